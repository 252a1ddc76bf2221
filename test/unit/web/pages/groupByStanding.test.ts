import { expect, it } from 'vitest';
import type {
  BookStatus,
  WaitedBookPartsFragment,
} from '../../../../web/src/generated/documents.ts';
import { groupByStanding } from '../../../../web/src/pages/my/books/groupByStanding.ts';

/** Only the fields that grouping reads. */
const waited = (bookId: string, status: BookStatus) =>
  ({ bookId, since: '2026-11-01T00:00:00Z', book: { status } }) as WaitedBookPartsFragment;

it('groupByStanding groups books by status and keeps their order within each group', () => {
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

it('groupByStanding omits empty groups', () => {
  expect(groupByStanding([waited('a', 'ON_SALE')]).map(({ standing }) => standing)).toEqual([
    'onSale',
  ]);
});
