import { ApolloClient, ApolloLink, Observable } from '@apollo/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createCache } from '../../../../web/src/lib/api/createCache.ts';
import type { Session } from '../../../../web/src/lib/session/createSession.ts';
import { createSubscribedBooks } from '../../../../web/src/live/createSubscribedBooks.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A member whose list grows on the server; counts how often it is read. */
function aMember(standing: number) {
  const list: string[] = ['known'];
  const reads = { count: 0 };
  const link = new ApolloLink(() => {
    reads.count += 1;
    const subscriptions = {
      __typename: 'BookSubscriptionConnection',
      edges: list.map((bookId) => ({
        __typename: 'BookSubscriptionEdge',
        node: { __typename: 'BookSubscription', bookId, reasons: [REASON] },
      })),
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    };
    const standingSubscriptions = {
      __typename: 'StandingSubscriptionConnection',
      totalCount: standing,
    };
    const viewer = { __typename: 'Viewer', id: '1', standingSubscriptions, subscriptions };
    return new Observable((observer) => {
      observer.next({ data: { viewer } });
      observer.complete();
    });
  });
  const client = new ApolloClient({ link, cache: createCache() });
  // Only the parts of a session that are used.
  const session = { token: async () => 'token', subscribe: () => () => {} } as unknown as Session;
  return { list, reads, books: createSubscribedBooks(client, session) };
}

const REASON = {
  __typename: 'SubscriptionReason',
  kind: 'CONTRIBUTOR',
  id: 'c-1',
  name: '汐見透子',
};

it('createSubscribedBooks knows an author’s new book on sale, though the list was read before', async () => {
  const { list, reads, books } = aMember(1);
  expect(await books.has('known')).toBe(true);
  list.push('new');
  expect(await books.has('new')).toBe(false);
  const sales = ['new', 'other', 'another'].map((id) => books.hasByNow(id));
  await vi.runAllTimersAsync();
  expect(await Promise.all(sales)).toEqual([true, false, false]);
  // Once at first, and once for all of them.
  expect(reads.count).toBe(2);
  expect((await books.reasons('new')).map(({ name }) => name)).toEqual(['汐見透子']);
});

it('createSubscribedBooks does not read the list on every page at the same moment', async () => {
  const chance = vi.spyOn(Math, 'random');
  const pages = [0, 0.5, 0.999].map((moment) => ({ moment, ...aMember(1) }));
  const sales = [];
  for (const { moment, books } of pages) {
    await books.has('known');
    chance.mockReturnValue(moment);
    sales.push(books.hasByNow('new'));
    await vi.advanceTimersByTimeAsync(0);
  }
  const readAnew = () => pages.map(({ reads }) => reads.count - 1);
  await vi.advanceTimersByTimeAsync(1_499);
  expect(readAnew()).toEqual([0, 0, 0]);
  await vi.advanceTimersByTimeAsync(1);
  expect(readAnew()).toEqual([1, 0, 0]);
  await vi.advanceTimersByTimeAsync(7_000);
  expect(readAnew()).toEqual([1, 1, 0]);
  await vi.advanceTimersByTimeAsync(6_500);
  expect(readAnew()).toEqual([1, 1, 1]);
  expect(await Promise.all(sales)).toEqual([false, false, false]);
});

it('createSubscribedBooks reads nothing again without standing subscriptions', async () => {
  const { reads, books } = aMember(0);
  expect(await books.hasByNow('known')).toBe(true);
  expect(await books.hasByNow('other')).toBe(false);
  expect(reads.count).toBe(1);
});

it('createSubscribedBooks reads the list again after a change to the whole list', async () => {
  const { list, books } = aMember(1);
  await books.has('known');
  list.push('theirs');
  books.renew();
  expect(await books.has('theirs')).toBe(true);
});
