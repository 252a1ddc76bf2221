import { lasting } from '../browserMemory.ts';

const KEY = 'signedIn';

/**
 * Remembers that this browser signed in before, so that only then a refresh is worth a request.
 * It is no secret and grants nothing.
 */
export const signedInHint = {
  read: (): boolean => lasting.recall(KEY) !== null,
  write: (): void => lasting.keep(KEY, '1'),
  clear: (): void => lasting.forget(KEY),
  /** Calls back when another tab signs in or out. */
  watch(onChange: (signedIn: boolean) => void): void {
    addEventListener('storage', (event) => {
      if (event.key === `shinkan.${KEY}`) onChange(event.newValue !== null);
    });
  },
};
