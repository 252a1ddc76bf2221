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

it('isTakenBack is true once the member removes the subscription', () => {
  expect(isTakenBack(aBook({}))).toBe(false);
  expect(isTakenBack(aBook({ subscribed: false }))).toBe(true);
});

it('isTakenBack is true for a removed book on sale as well', () => {
  expect(isTakenBack(aBook({ subscribed: false, status: 'ON_SALE' }))).toBe(true);
});
