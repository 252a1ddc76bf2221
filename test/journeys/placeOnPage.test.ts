import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ask, signIn } from '../../tools/testing/graphql.ts';
import { testStack } from '../../tools/testing/testStack.ts';
import { membersOfTheShop } from '../stack/auth/aMemberOfTheShop.ts';
import { signInOn, tellStories } from '../support/story.ts';
import { signOutButton } from '../support/tabs.ts';

const { given, when } = tellStories();
const aMember = membersOfTheShop();

/** Generous, for slow machines. */
const PATIENCE = { timeout: 45_000 };
const LONG = { timeout: 240_000 };

const mark = () => Date.now().toString(36);

/** Enough books that the page scrolls. */
async function manyBooks(count: number) {
  const publisher = `巻物堂${mark()}`;
  const books = Array.from({ length: count }, (_, n) =>
    given.aRowFor(`長い絵巻 ${mark()} ${n + 1}`, { 出版社: publisher }),
  );
  await when.thePartnerDelivers(...books);
  return { publisher, books };
}

/** A new member on the first page, subscribed to these books. */
async function aMemberWhoWaitsFor(books: { ISBN: string }[], path: string) {
  const { login, password } = await aMember();
  const token = await signIn(testStack(), login, password);
  for (const { ISBN } of books) {
    const asking = 'mutation ($id: ID!) { subscribeToBook(bookId: $id) { since } }';
    const { errors } = await ask(testStack(), asking, { id: `isbn-${ISBN}` }, token);
    expect(errors).toBeUndefined();
  }
  const seen = await given.aVisitTo(`/sign-in?to=${encodeURIComponent(path)}`);
  await signInOn(seen.page, login, password);
  await signOutButton(seen.page).waitFor(PATIENCE);
  return seen;
}

const top = (page: Page) => page.evaluate(() => Math.round(scrollY));
const scrollDown = (page: Page, y: number) => page.evaluate((place) => scrollTo(0, place), y);

/** Whether the member's settings are scrolled into view. */
const settingsAreInSight = (page: Page) =>
  page.evaluate(() => {
    const settings = document.getElementById('settings')?.getBoundingClientRect();
    return settings !== undefined && settings.top > -1 && settings.top < innerHeight;
  });

describe('The place on a page', LONG, () => {
  it('the place is kept at the first change of a filter, and of the order of subscribed books', async () => {
    const { publisher, books } = await manyBooks(12);
    const { page, context } = await aMemberWhoWaitsFor(books, '/');
    await page.goto(`${testStack().web}/?${new URLSearchParams({ publisher })}`);
    const timeline = page.locator('.timeline').getByRole('article');
    await expect.poll(() => timeline.count(), PATIENCE).toBe(12);
    await scrollDown(page, 150);
    await page.getByLabel('並べ方').selectOption({ index: 1 });
    await page.waitForURL(/order=/, PATIENCE);
    await expect.poll(() => timeline.count(), PATIENCE).toBe(12);
    expect(await top(page)).toBe(150);

    await page.getByRole('banner').getByRole('link', { name: '待っている本' }).click();
    await page.getByText('お知らせを頼んだ本 12冊').waitFor(PATIENCE);
    await scrollDown(page, 60);
    await page.getByLabel('並べ方').selectOption({ label: '発売の近い順' });
    await page.getByRole('heading', { level: 2, name: 'これから出る本' }).waitFor(PATIENCE);
    expect(await top(page)).toBe(60);
    await context.close();
  });

  it('links and addresses that point at the settings scroll to them', async () => {
    const { books } = await manyBooks(8);
    const { page, context } = await aMemberWhoWaitsFor(books, '/');
    await page.setViewportSize({ width: 390, height: 844 });

    // By the link, after arriving within the app
    await page.getByRole('link', { name: '待っている本' }).first().click(PATIENCE);
    await page.getByText('お知らせを頼んだ本 8冊').waitFor(PATIENCE);
    expect(await settingsAreInSight(page)).toBe(false);
    await page.getByRole('link', { name: '設定', exact: true }).press('Enter');
    await expect.poll(() => settingsAreInSight(page), PATIENCE).toBe(true);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.id), PATIENCE)
      .toBe('settings');

    // By the address alone, once the page has loaded
    const next = await context.newPage();
    await next.goto(`${testStack().web}/my#settings`);
    await next.getByText('お知らせを頼んだ本 8冊').waitFor(PATIENCE);
    await expect.poll(() => settingsAreInSight(next), PATIENCE).toBe(true);
    await context.close();
  });
});
