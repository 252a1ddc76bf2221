import type { Page, Request, Route } from 'playwright-core';
import { expect } from 'vitest';
import { testStack } from '../../tools/testing/testStack.ts';
import type { StoryBook, tellStories } from './story.ts';

/** Allows for a slow machine. */
export const PATIENCE = { timeout: 45_000 };
export const LONG = 240_000;
export const phone = { width: 390, height: 844 };

let made = 0;
/** A name that no other test has, nor an earlier run on the same stack. */
export const aName = (words: string) => {
  made += 1;
  return `${words}${Date.now().toString(36)}${made}`;
};

export const field = (page: Page, name: string) => page.getByRole('combobox', { name });
export const books = (page: Page) => page.locator('.timeline').getByRole('article');
export const bookOf = (page: Page, book: StoryBook) =>
  page.locator('.timeline').getByRole('article', { name: book.書名 ?? '' });
export const found = (page: Page, words: string | RegExp) =>
  page.getByRole('status').filter({ hasText: words });
export const asked = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

/** Waits until the list contains exactly these books. */
export async function listHolds(page: Page, ...expected: StoryBook[]): Promise<void> {
  const titles = () => books(page).getByRole('heading').allTextContents();
  await expect
    .poll(async () => (await titles()).map((title) => title.trim()).sort(), PATIENCE)
    .toEqual(expected.map((book) => book.書名).sort());
}

/** The search field of every page. */
export const searchField = (page: Page) => field(page, '書名・著者・シリーズでさがす');

/** Searches the list for words, with its other filters unchanged. */
export async function searchFor(page: Page, words: string): Promise<void> {
  await searchField(page).fill(words);
  await searchField(page).press('Enter');
}

/** Types into a field that offers names, and picks the remaining one. */
export async function choose(page: Page, name: string, value: string): Promise<void> {
  await field(page, name).fill(value);
  await page.getByRole('option', { name: value }).waitFor(PATIENCE);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

/** Whether the request queries the list. */
export const asksForBooks = (request: Request) =>
  request.postData()?.includes('"operationName":"UpcomingBooks"') ?? false;

/** Drops every request to the API until the returned function is called. */
export async function loseTheApi(page: Page): Promise<() => Promise<void>> {
  const lose = (route: Route) => route.abort();
  await page.route(testStack().graphql, lose);
  return () => page.unroute(testStack().graphql, lose);
}

/** Delivers this many books of a publisher that no other test has. */
export async function deliverMany(
  { given, when }: Pick<ReturnType<typeof tellStories>, 'given' | 'when'>,
  count: number,
): Promise<{ publisher: string; many: StoryBook[] }> {
  const publisher = aName('汀書房');
  const many = Array.from({ length: count }, (_, n) =>
    given.aRowFor(aName(`汀の書 第${n + 1}巻 `), { 出版社: publisher }),
  );
  await when.thePartnerDelivers(...many);
  return { publisher, many };
}

export const at = (search: object, language = '') =>
  `${language}/?${new URLSearchParams(search as Record<string, string>)}`;
