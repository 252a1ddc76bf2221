import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ask } from '../../tools/testing/graphql.ts';
import { testStack } from '../../tools/testing/testStack.ts';
import { eventually } from '../support/eventually.ts';
import { expectAccessible } from '../support/findingsOn.ts';
import { type StoryBook, tellStories } from '../support/story.ts';
import { anotherTab, LIVE, listening } from '../support/tabs.ts';

const { given, when, then } = tellStories();

/** Generous, for slow machines. */
const PATIENCE = { timeout: 45_000 };

const region = (page: Page) => page.getByRole('region', { name: '発売のお知らせ' });
const noticeOf = (page: Page, title: string) =>
  region(page).getByRole('article').filter({ hasText: title });
const gone = { ...PATIENCE, state: 'detached' } as const;

let told = 0;
const aTitle = (words: string) => `${words} ${Date.now().toString(36)}${told++}`;

async function announced(...words: string[]): Promise<StoryBook[]> {
  const books = words.map((title) => given.aRowFor(aTitle(title)));
  await when.thePartnerDelivers(...books);
  return books;
}

const titleOf = (book: StoryBook | undefined) => book?.書名 ?? '';
const isbnsOf = (books: StoryBook[]) => books.map(({ ISBN }) => ISBN);

/** Waits until the sale has been published. */
async function onSale(...books: StoryBook[]): Promise<void> {
  for (const { ISBN } of books) {
    const question = 'query ($isbn: String!) { booksByIsbn(isbn: $isbn) { status } }';
    await eventually(
      `${ISBN} to be on sale`,
      async () => {
        const { data } = await ask<{ booksByIsbn: { status: string }[] }>(testStack(), question, {
          isbn: ISBN,
        });
        return data?.booksByIsbn.every(({ status }) => status === 'ON_SALE');
      },
      { within: PATIENCE.timeout },
    );
  }
}

describe('Live notices', () => {
  it('a live notice appears on every page of every subscriber until each has read it', async () => {
    const books = await announced('灯台の子', '羅針盤', '潮見表');
    const [first, second, third] = books.map(titleOf) as [string, string, string];
    await given.aMemberWaitsFor('hanako', ...books);
    await given.aMemberWaitsFor('taro', ...books);
    const hanako = await given.aMemberAt('hanako', '/my');
    const otherTab = await anotherTab(hanako.context, '/books/isbn-9784999990009');
    const taro = await given.aMemberAt('taro', '/');
    for (const page of [hanako.page, otherTab, taro.page]) await listening(page);

    // On two pages of one member and one of another, whatever they show
    await when.theShopSells(...isbnsOf(books));
    for (const page of [hanako.page, otherTab, taro.page])
      for (const title of [first, second, third]) await then.thePageSaysOnSale(page, title);

    // Dismissed on one page: gone from the same member's other page, but not from the other
    // member's
    await region(hanako.page)
      .getByRole('button', { name: `「${first}」のお知らせを閉じる` })
      .click();
    await noticeOf(hanako.page, first).waitFor(gone);
    await noticeOf(otherTab, first).waitFor(gone);
    expect(await noticeOf(taro.page, first).count()).toBe(1);

    // Followed to the shop: counts as read as well
    await noticeOf(otherTab, second).getByRole('link', { name: '購入する' }).click();
    await otherTab.waitForURL(/\/products\//, PATIENCE);
    await noticeOf(hanako.page, second).waitFor(gone);

    // After a reload, and in a new tab: only unread notices
    await hanako.page.reload();
    const newTab = await anotherTab(hanako.context, '/');
    for (const page of [hanako.page, newTab]) {
      await noticeOf(page, third).waitFor(PATIENCE);
      expect(await noticeOf(page, first).count()).toBe(0);
      expect(await noticeOf(page, second).count()).toBe(0);
    }

    // Signed out: nothing remains in this browser
    await hanako.page.getByRole('button', { name: 'ログアウト' }).click();
    for (const page of [hanako.page, newTab]) await noticeOf(page, third).waitFor(gone);
    const kept = await hanako.page.evaluate(() => Object.keys(localStorage));
    expect(kept.filter((key) => key.startsWith('shinkan.notices.'))).toEqual([]);
    expect([...hanako.complaints, ...taro.complaints]).toEqual([]);
    await hanako.context.close();
    await taro.context.close();
  }, 240_000);

  it('a live notice arrives after a lost connection, which the page reports meanwhile', async () => {
    const [book] = (await announced('断線の夜')) as [StoryBook];
    await given.aMemberWaitsFor('hanako', book);
    const { page, context } = await given.aMemberAt('hanako', '/my');
    await page.getByRole('link', { name: titleOf(book) }).waitFor(PATIENCE);
    await listening(page);

    await context.setOffline(true);
    await page
      .getByText('オフラインです。つながりしだい、お知らせを再開します')
      .first()
      .waitFor(PATIENCE);
    // What was loaded stays readable
    expect(await page.getByRole('link', { name: titleOf(book) }).count()).toBe(1);
    await when.theShopSells(book.ISBN);
    await onSale(book);

    await context.setOffline(false);
    await page.getByText(LIVE).first().waitFor(PATIENCE);
    await then.thePageSaysOnSale(page, titleOf(book));
    await context.close();
  }, 180_000);

  it('a live notice waits for a member whose page was closed, and appears once', async () => {
    const books = await announced('留守番電話', '置き手紙');
    const [read, unread] = books.map(titleOf) as [string, string];
    await given.aMemberWaitsFor('taro', ...books);
    const { page, context } = await given.aMemberAt('taro', '/my');
    await listening(page);
    await page.goto('about:blank');

    await when.theShopSells(...isbnsOf(books));
    await onSale(...books);

    const later = await anotherTab(context, '/');
    await then.thePageSaysOnSale(later, read);
    await noticeOf(later, unread).waitFor(PATIENCE);
    await region(later)
      .getByRole('button', { name: `「${read}」のお知らせを閉じる` })
      .click();
    await noticeOf(later, read).waitFor(gone);
    const muchLater = await anotherTab(context, '/my');
    await noticeOf(muchLater, unread).waitFor(PATIENCE);
    expect(await noticeOf(muchLater, read).count()).toBe(0);
    await context.close();
  }, 180_000);

  it('more than three sales share one notice, which is accessible and can be dismissed by a key', async () => {
    const books = await announced('春の号', '夏の号', '秋の号', '冬の号');
    await given.aMemberWaitsFor('hanako', ...books);
    // On this page no other book can announce its sale
    const { page, context, complaints } = await given.aMemberAt('hanako', '/my');
    await listening(page);
    await when.theShopSells(...isbnsOf(books));
    const group = region(page).getByRole('article', { name: '4冊が発売になりました' });
    await group.waitFor(PATIENCE);
    for (const book of books) await group.getByText(titleOf(book)).waitFor(PATIENCE);

    await expectAccessible(page, '/my', () =>
      page
        .locator('.notices article')
        .filter({ hasText: titleOf(books[3]) })
        .waitFor(PATIENCE),
    );

    // By keyboard: following one marks it as read, the rest are dismissed together
    await page.goto(`${testStack().web}/my`);
    await group
      .getByRole('link', { name: titleOf(books[0]), exact: true })
      .press('Enter', PATIENCE);
    await page.getByRole('heading', { level: 1, name: titleOf(books[0]) }).waitFor(PATIENCE);
    await noticeOf(page, titleOf(books[3])).waitFor(PATIENCE);
    expect(await region(page).getByRole('article').count()).toBe(3);
    for (const book of books.slice(1)) {
      const close = `「${titleOf(book)}」のお知らせを閉じる`;
      await region(page).getByRole('button', { name: close }).focus();
      await page.keyboard.press('Escape');
      await noticeOf(page, titleOf(book)).waitFor(gone);
    }
    expect(await page.locator(':focus').getAttribute('id')).toBe('main');
    expect(complaints).toEqual([]);
    await context.close();
  }, 180_000);
});
