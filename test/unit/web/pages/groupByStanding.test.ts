import { expect, it } from 'vitest';
import type {
  BookStatus,
  WaitedBookPartsFragment,
} from '../../../../web/src/generated/documents.ts';
import { groupByStanding } from '../../../../web/src/pages/my/books/groupByStanding.ts';

/** As much of a subscription as grouping looks at. */
const waited = (bookId: string, status: BookStatus) =>
  ({ bookId, since: '2026-11-01T00:00:00Z', book: { status } }) as WaitedBookPartsFragment;

it('books stand in groups by what has become of them, each in the order that it had', () => {
  const groups = groupByStanding([
    waited('a', 'CANCELLED'),
    waited('b', 'UPCOMING'),
    waited('c', 'UNCONFIRMED'),
    waited('d', 'UPCOMING'),
    waited('e', 'ON_SALE'),
  ]);
  expect(
    groups.map(({ standing, waited: own }) => [standing, own.map((one) => one.bookId)]),
  ).toEqual([
    ['comes', ['b', 'd']],
    ['onSale', ['e']],
    ['off', ['a', 'c']],
  ]);
});

it('a group without a book has no heading', () => {
  expect(groupByStanding([waited('a', 'ON_SALE')]).map(({ standing }) => standing)).toEqual([
    'onSale',
  ]);
});
