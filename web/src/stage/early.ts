import { askEarly } from './askEarly.ts';

/**
 * The first page of books, asked for by a script so small that it runs while the app is on its way.
 * Null where there is nothing to ask early for, and where it did not work out: the app asks itself then.
 */
export const early = askEarly().catch((error: unknown) => {
  console.info('The first list is asked for once more.', error);
  return null;
});
