import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ask, signIn } from '../../tools/testing/graphql.ts';
import { testStack } from '../../tools/testing/testStack.ts';
import { membersOfTheShop } from '../stack/auth/aMemberOfTheShop.ts';
import { findingsOn } from '../support/findingsOn.ts';
import { type StoryBook, signInOn, tellStories } from '../support/story.ts';
import { signOutButton } from '../support/tabs.ts';

const { given, when, then } = tellStories();
const aMember = membersOfTheShop();

/** Generous, for slow machines. */
const PATIENCE = { timeout: 45_000 };
const LONG = { timeout: 240_000 };
const isGone = { ...PATIENCE, state: 'detached' } as const;
const LIVE = '発売されたら、この画面ですぐにお知らせします';

const idOf = ({ ISBN }: StoryBook) => `isbn-${ISBN}`;
const said = (page: Page) => page.locator('.feedback__card');

/** A new member on their page, subscribed to these books. */
async function aMemberWhoWaitsFor(...books: StoryBook[]) {
  const { login, password } = await aMember();
  const token = await signIn(testStack(), login, password);
  for (const book of books) {
    const asking = 'mutation ($id: ID!) { subscribeToBook(bookId: $id) { since } }';
    const { errors } = await ask(testStack(), asking, { id: idOf(book) }, token);
    expect(errors).toBeUndefined();
  }
  const seen = await given.aVisitTo('/sign-in?to=%2Fmy');
  await signInOn(seen.page, login, password);
  await signOutButton(seen.page).waitFor(PATIENCE);
  await seen.page.getByLabel('メールの言語').waitFor(PATIENCE);
  return seen;
}

/** Makes a change that the page then confirms. */
async function chooseMailsIn(page: Page, language: 'English' | '日本語'): Promise<void> {
  await page.getByLabel('メールの言語').selectOption(language);
  await said(page).getByText('メールの言語を変更しました').waitFor(PATIENCE);
}

/** Whether two elements of the page overlap. */
async function overlap(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()];
  if (a === null || b === null) throw new Error('Expected both to be in sight');
  const apart =
    a.y + a.height <= b.y || b.y + b.height <= a.y || a.x + a.width <= b.x || b.x + b.width <= a.x;
  return !apart;
}

describe('The confirmation message', LONG, () => {
  it('the confirmation covers neither a live notice nor a group of them, on a phone', async () => {
    const books = ['汐風の便り', '汐風の灯', '汐風の道', '汐風の庭'].map((title) =>
      given.aRowFor(`${title} ${Date.now().toString(36)}`),
    );
    await when.thePartnerDelivers(...books);
    const { page, context, complaints } = await aMemberWhoWaitsFor(...books);
    await page.getByText(LIVE).first().waitFor(PATIENCE);
    await page.setViewportSize({ width: 390, height: 844 });
    // A notice that is sliding in is not in place yet
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const [first, ...rest] = books as [StoryBook, ...StoryBook[]];

    await when.theShopSells(first.ISBN);
    await then.thePageSaysOnSale(page, first.書名 ?? '');
    await chooseMailsIn(page, 'English');
    await said(page).hover();
    const notice = page.getByRole('region', { name: '発売のお知らせ' }).getByRole('article');
    await expect.poll(() => overlap(said(page), notice.first()), PATIENCE).toBe(false);
    expect(await findingsOn(page)).toEqual([]);

    await when.theShopSells(...rest.map(({ ISBN }) => ISBN));
    await page.getByRole('article', { name: '4冊が発売になりました' }).waitFor(PATIENCE);
    await expect.poll(() => overlap(said(page), notice.first()), PATIENCE).toBe(false);
    const inSight = await said(page).boundingBox();
    expect((inSight?.y ?? 0) + (inSight?.height ?? 0)).toBeLessThanOrEqual(844);

    expect(complaints).toEqual([]);
    await context.close();
  });

  it('the confirmation disappears by itself, on a key, and with the page', async () => {
    const { page, context } = await aMemberWhoWaitsFor();
    await chooseMailsIn(page, 'English');
    await said(page).waitFor(isGone);

    // Dismissed by a key, it returns focus to the page
    await chooseMailsIn(page, '日本語');
    await said(page).getByRole('button', { name: '閉じる' }).press('Enter');
    await said(page).waitFor(isGone);
    expect(await page.locator(':focus').getAttribute('id')).toBe('main');

    await chooseMailsIn(page, 'English');
    await said(page).hover();
    await page.getByRole('link', { name: 'お送りしたメール' }).press('Enter');
    await page.waitForURL(/\/my\/mails$/, PATIENCE);
    await said(page).waitFor(isGone);
    await context.close();
  });

  it("a subscription's confirmation goes away once the book is on sale", async () => {
    const book = given.aRowFor(`汐風の波止場 ${Date.now().toString(36)}`);
    await when.thePartnerDelivers(book);
    const { login, password } = await aMember();
    const { page, context } = await given.aVisitTo(`/books/${idOf(book)}`);
    await page.getByText(LIVE).first().waitFor(PATIENCE);
    await page.getByRole('button', { name: '発売を知らせて' }).click(PATIENCE);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('会員ID').fill(login);
    await dialog.getByLabel('パスワード', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await said(page).getByText('発売されたらお知らせします').waitFor(PATIENCE);
    await said(page).hover();
    await when.theShopSells(book.ISBN);
    await then.thePageSaysOnSale(page, book.書名 ?? '');
    await said(page).waitFor(isGone);
    await context.close();
  });
});
