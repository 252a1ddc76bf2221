import type { FieldPolicy, Reference } from '@apollo/client';

interface Stretch {
  events: readonly Reference[];
  endCursor: string;
  hasNextPage: boolean;
}

/** A book's log grows at its end: events fetched after a cursor are appended to the known ones. */
export const bookEvents: FieldPolicy<Stretch> = {
  keyArgs: ['bookId', 'kinds'],
  merge(known, found, { args, readField }) {
    if (!known || !args?.after) return found;
    const seen = new Set(known.events.map((event) => readField('seq', event)));
    const more = found.events.filter((event) => !seen.has(readField('seq', event)));
    return { ...found, events: [...known.events, ...more] };
  },
};
