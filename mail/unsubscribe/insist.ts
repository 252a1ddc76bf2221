import { log } from '../log.ts';

// 4 tries, doubling from 0.4 s: 3 s in all, past a deadlock or a dropped connection.
const FIRST_PAUSE_MS = 400;
const MOST_TRIES = 4;

/**
 * Does what may be done twice until it is done: a mail program asks once, and its member believes
 * that mails have stopped. Throws the last error after four tries.
 */
export async function insist<T>(
  pause: (milliseconds: number) => Promise<void>,
  work: () => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
      log.warn('A change of mails is tried again', {
        error: error instanceof Error ? error : new Error(String(error)),
      });
      await pause(FIRST_PAUSE_MS * 2 ** (tries - 1));
    }
  }
}
