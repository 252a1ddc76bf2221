import type { InMemoryCache } from '@apollo/client';
import { describe, expect, it } from 'vitest';
import {
  BookHistoryDocument,
  type HistoryEntryPartsFragment,
} from '../../../../web/src/generated/documents.ts';
import { createCache } from '../../../../web/src/lib/api/createCache.ts';
import { announcedFor } from '../../../../web/src/pages/book/history/announcedFor.ts';

const day = (earliest: string) => ({
  __typename: 'Release' as const,
  earliest,
  latest: earliest,
  precision: 'DAY' as const,
  text: earliest,
});

const event = (seq: string, move?: [string, string]) => ({
  __typename: 'BookEvent' as const,
  seq,
  kind: (move ? 'RESCHEDULED' : 'ANNOUNCED') as HistoryEntryPartsFragment['kind'],
  occurredAt: '2026-11-26T00:00:00Z',
  change: move
    ? { __typename: 'ReleaseChange' as const, from: day(move[0]), to: day(move[1]) }
    : null,
});

describe('announcedFor', () => {
  const now = day('2026-12-20');

  it('announcedFor returns the date before the first move', () => {
    const events = [
      event('1'),
      event('2', ['2026-12-01', '2026-12-10']),
      event('3', ['2026-12-10', '2026-12-20']),
    ];
    expect(announcedFor(events, now, true)).toEqual(day('2026-12-01'));
    expect(announcedFor(events, now, false)).toEqual(day('2026-12-01'));
  });

  it('announcedFor returns the current date if it never moved', () => {
    expect(announcedFor([event('1')], now, true)).toEqual(now);
  });

  it('announcedFor returns null while later events are not loaded', () => {
    expect(announcedFor([event('1')], now, false)).toBeNull();
  });
});

describe('bookEvents', () => {
  const write = (cache: InMemoryCache, after: string | null, seqs: string[], endCursor: string) =>
    cache.writeQuery({
      query: BookHistoryDocument,
      variables: { bookId: 'isbn-1', first: 50, after },
      data: {
        bookEvents: {
          __typename: 'BookEventPage',
          events: seqs.map((seq) => event(seq)),
          endCursor,
          hasNextPage: false,
        },
      } as never,
    });
  const read = (cache: InMemoryCache) =>
    cache.readQuery({ query: BookHistoryDocument, variables: { bookId: 'isbn-1', first: 50 } })
      ?.bookEvents;

  it('bookEvents appends to the history without duplicates, and keeps the last cursor', () => {
    const cache = createCache();
    write(cache, null, ['1', '2'], '7');
    write(cache, '7', ['2', '9'], '9');
    expect(read(cache)?.events.map(({ seq }) => seq)).toEqual(['1', '2', '9']);
    expect(read(cache)?.endCursor).toBe('9');
  });

  it('bookEvents starts over when the history is queried from its start', () => {
    const cache = createCache();
    write(cache, null, ['1', '2'], '7');
    write(cache, null, ['1'], '3');
    expect(read(cache)?.events.map(({ seq }) => seq)).toEqual(['1']);
  });
});
