import type { FieldPolicy, Reference } from '@apollo/client';

interface Stretch {
  events: readonly Reference[];
  endCursor: string;
  hasNextPage: boolean;
}

/** The log of a book grows at its end: what was asked for behind a cursor is put behind what is known. */
export const bookEvents: FieldPolicy<Stretch> = {
  keyArgs: ['bookId', 'kinds'],
  merge(known, found, { args, readField }) {
    if (!known || !args?.after) return found;
    const seen = new Set(known.events.map((event) => readField('seq', event)));
    const more = found.events.filter((event) => !seen.has(readField('seq', event)));
    return { ...found, events: [...known.events, ...more] };
  },
};
