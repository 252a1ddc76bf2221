import type { ApolloCache } from '@apollo/client';
import { beforeEach, expect, it } from 'vitest';
import { MyBooksDocument, type MyBooksQuery } from '../../../../web/src/generated/documents.ts';
import { createCache } from '../../../../web/src/lib/api/createCache.ts';

type Subscriptions = NonNullable<MyBooksQuery['viewer']>['subscriptions'];
type Status = Subscriptions['edges'][number]['node']['book']['status'];

let cache: ApolloCache;
beforeEach(() => {
  cache = createCache();
});

const first = 2;
const orderBy = 'NEWEST';

/** The API's answer for a member with this many subscriptions, starting at one of them. */
function itAnswers(after: string | null, ids: string[], counts: Partial<Subscriptions>): void {
  const page = { totalCount: 4, onSale: 0, cancelled: 0, ...counts };
  const pageInfo = { __typename: 'PageInfo', hasNextPage: true, endCursor: ids.at(-1) ?? null };
  const edges = ids.map((id) => ({
    __typename: 'BookSubscriptionEdge',
    cursor: id,
    node: node(id),
  }));
  const subscriptions = { __typename: 'BookSubscriptionConnection', ...page, edges, pageInfo };
  cache.writeQuery({
    query: MyBooksDocument,
    variables: { first, after, orderBy },
    data: { viewer: { __typename: 'Viewer', id: 'hanako', subscriptions } } as MyBooksQuery,
  });
}

const node = (id: string) => ({
  __typename: 'BookSubscription',
  bookId: id,
  since: '2031-01-01T00:00:00Z',
  reasons: [],
  book: {
    __typename: 'Book',
    id,
    title: id,
    volume: null,
    label: null,
    publisher: null,
    coverUrl: null,
    contributors: [],
    status: 'UPCOMING' as Status,
    productUrl: null,
    subscribed: true,
    subtitle: null,
    edition: null,
    price: null,
    priceWithTax: null,
    release: { __typename: 'Release', earliest: null, latest: null, precision: 'NONE', text: '' },
  },
});

function itBecomes(id: string, fields: { subscribed?: boolean; status?: Status }): void {
  cache.modify({
    id: `Book:${id}`,
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, () => value])),
  });
}

function counted() {
  const shown = cache.readQuery({ query: MyBooksDocument, variables: { first, orderBy } });
  const { totalCount, onSale, cancelled, edges } = shown?.viewer?.subscriptions ?? {};
  return { totalCount, onSale, cancelled, listed: edges?.length };
}

it('subscribedBooks subtracts a removed book from the counts, and adds it again when restored', () => {
  itAnswers(null, ['a', 'b'], {});
  itBecomes('a', { subscribed: false });
  expect(counted()).toEqual({ totalCount: 3, onSale: 0, cancelled: 0, listed: 2 });
  itBecomes('a', { subscribed: true });
  expect(counted().totalCount).toBe(4);
});

it('subscribedBooks subtracts a removed book once, even if more of the list is loaded afterwards', () => {
  itAnswers(null, ['a', 'b'], {});
  itBecomes('a', { subscribed: false });
  itAnswers('b', ['c', 'd'], { totalCount: 3 });
  expect(counted()).toMatchObject({ totalCount: 3, listed: 4 });
  itBecomes('a', { subscribed: true });
  expect(counted().totalCount).toBe(4);
  itBecomes('c', { subscribed: false });
  expect(counted().totalCount).toBe(3);
});

it('subscribedBooks counts a book that goes on sale on this page in addition to those not listed yet', () => {
  itAnswers(null, ['a', 'b'], { onSale: 1, cancelled: 1 });
  itBecomes('b', { status: 'ON_SALE' });
  expect(counted()).toMatchObject({ totalCount: 4, onSale: 2, cancelled: 1 });
  itBecomes('b', { subscribed: false });
  expect(counted()).toMatchObject({ totalCount: 3, onSale: 1, cancelled: 1 });
});
