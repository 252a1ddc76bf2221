import { expect, it } from 'vitest';
import type { SubscribeButtonPartsFragment } from '../../../../web/src/generated/documents.ts';
import { isTakenBack } from '../../../../web/src/pages/my/books/isTakenBack.ts';

const aBook = (more: Partial<SubscribeButtonPartsFragment>): SubscribeButtonPartsFragment => ({
  id: 'isbn-1',
  title: '雪国の灯',
  volume: null,
  status: 'UPCOMING',
  productUrl: null,
  subscribed: true,
  ...more,
});

it('a book on the list is waited for until the member takes it back', () => {
  expect(isTakenBack(aBook({}))).toBe(false);
  expect(isTakenBack(aBook({ subscribed: false }))).toBe(true);
});

it('a book on sale may be taken off the list as well', () => {
  expect(isTakenBack(aBook({ subscribed: false, status: 'ON_SALE' }))).toBe(true);
});
