import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './database.ts';

// 8 waits of 5 s: a paused cluster needs about 15 s, a new one somewhat longer.
const ATTEMPTS = 8;
const PAUSE_MS = 5_000;

/** Returns once the cluster answers. While it resumes from a pause it refuses statements. */
export async function waitUntilAwake(database: Database): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await database.query('select 1 as awake');
      return;
    } catch (error) {
      if (!isResuming(error) || attempt === ATTEMPTS) throw error;
      await sleep(PAUSE_MS);
    }
  }
}

function isResuming(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'DatabaseResumingException' || error.name === 'DatabaseUnavailableException')
  );
}
