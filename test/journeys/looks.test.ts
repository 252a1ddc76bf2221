import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { testStack } from '../../tools/testing/testStack.ts';
import { differenceFrom, otherLetters } from '../support/looksAs.ts';
import { tellStories } from '../support/story.ts';

const { given } = tellStories();

/** Generous, for slow machines. */
const PATIENCE = { timeout: 30_000 };

const phone = { width: 390, height: 640 };

/** An invented book with as much of everything as fits the first screen. */
const BOOK = {
  __typename: 'Book',
  id: 'isbn-9784999912345',
  isbn: '9784999912345',
  title: '手すりのある階段',
  titleReading: 'テスリノアルカイダン',
  subtitle: '坂の町の十二か月',
  volume: '2',
  edition: null,
  publisher: '青嵐社',
  seller: '青嵐社',
  label: '青嵐文庫',
  series: [],
  contributors: [
    { __typename: 'BookContributor', name: '早瀬環', role: 'AUTHOR', roleText: '著' },
    { __typename: 'BookContributor', name: '北原一樹', role: 'ILLUSTRATOR', roleText: '絵' },
  ],
  coverUrl: null,
  productUrl: null,
  status: 'UPCOMING',
  subscribed: null,
  price: 1800,
  priceWithTax: 1980,
  setPrice: null,
  form: '文庫',
  pages: 248,
  description: null,
  onSaleAt: null,
  announcedAt: '2026-11-01T00:00:00.000Z',
  release: {
    __typename: 'Release',
    earliest: '2026-12-05',
    latest: '2026-12-05',
    precision: 'DAY',
    text: '2026年12月5日',
  },
};

/** Mocks the response for this book only; everything else comes from this machine's stack. */
async function tellOfTheBook(page: Page): Promise<void> {
  await page.route(`${testStack().graphql}*`, (route) => {
    const asked = route.request().postData() ?? '';
    if (!asked.includes('query BookPage')) return route.fulfill({ status: 503, body: '' });
    const headers = { 'access-control-allow-origin': '*' };
    return route.fulfill({ json: { data: { book: BOOK } }, headers });
  });
}

const SCREENS = [
  { name: 'book', path: `/books/${BOOK.id}`, sign: '.book-page' },
  { name: 'sign-in', path: '/sign-in', sign: '.sign-in__form' },
  { name: 'not-found', path: '/no/such/page', sign: '.message h1' },
  { name: 'offline', path: '/offline.html', sign: '.message h1' },
];

describe('screens look like the pictures in test/journeys/looks', () => {
  it.for(SCREENS)('$name', async ({ name, path, sign }, { skip }) => {
    const { page, context } = await given.aVisitTo('/offline.html');
    const other = await otherLetters(page);
    skip(other !== null, `Nothing was compared: ${other}.`);
    await page.clock.setFixedTime('2026-11-20T03:00:00Z');
    await page.setViewportSize(phone);
    await tellOfTheBook(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(`${testStack().web}${path}`);
      await page.locator(sign).first().waitFor(PATIENCE);
      expect(await differenceFrom(`${name}-${colorScheme}`, page)).toBeNull();
    }
    await context.close();
  });
});
