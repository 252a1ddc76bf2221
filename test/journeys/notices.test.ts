import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ask } from '../../tools/testing/graphql.ts';
import { testStack } from '../../tools/testing/testStack.ts';
import { eventually } from '../support/eventually.ts';
import { findingsOn } from '../support/findingsOn.ts';
import { type StoryBook, tellStories } from '../support/story.ts';
import { anotherTab } from '../support/tabs.ts';

const { given, when, then } = tellStories();

/** Room for a slow machine. */
const PATIENCE = { timeout: 45_000 };
const LIVE = '発売されたら、この画面ですぐにお知らせします';

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

/** Waits until a member's page hears of sales, and knows from where on. */
async function listening(page: Page): Promise<void> {
  await page.getByText(LIVE).first().waitFor(PATIENCE);
  await page.waitForFunction(
    () => Object.keys(localStorage).some((key) => /^shinkan\.notices\..*\.cursor$/.test(key)),
    undefined,
    PATIENCE,
  );
}

/** Waits until the shop's sale is known to everybody. */
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

describe('A live notice', () => {
  it('stands on every page of everybody who waits, until each has read it', async () => {
    const books = await announced('灯台の子', '羅針盤', '潮見表');
    const [first, second, third] = books.map(titleOf) as [string, string, string];
    await given.aMemberWaitsFor('hanako', ...books);
    await given.aMemberWaitsFor('taro', ...books);
    const hanako = await given.aMemberAt('hanako', '/my');
    const otherTab = await anotherTab(hanako.context, '/books/isbn-9784999990009');
    const taro = await given.aMemberAt('taro', '/');
    for (const page of [hanako.page, otherTab, taro.page]) await listening(page);

    // On two pages of one member and on one of another, whatever they show
    await when.theShopSells(...isbnsOf(books));
    for (const page of [hanako.page, otherTab, taro.page])
      for (const title of [first, second, third]) await then.thePageSaysOnSale(page, title);

    // Put away on one page: gone from the other of the same member, and not from the other member's
    await region(hanako.page)
      .getByRole('button', { name: `「${first}」のお知らせを閉じる` })
      .click();
    await noticeOf(hanako.page, first).waitFor(gone);
    await noticeOf(otherTab, first).waitFor(gone);
    expect(await noticeOf(taro.page, first).count()).toBe(1);

    // Followed to the shop: read as well
    await noticeOf(otherTab, second).getByRole('link', { name: '購入する' }).click();
    await otherTab.waitForURL(/\/products\//, PATIENCE);
    await noticeOf(hanako.page, second).waitFor(gone);

    // After a reload, and in a new tab: what is not read, and nothing else
    await hanako.page.reload();
    const newTab = await anotherTab(hanako.context, '/');
    for (const page of [hanako.page, newTab]) {
      await noticeOf(page, third).waitFor(PATIENCE);
      expect(await noticeOf(page, first).count()).toBe(0);
      expect(await noticeOf(page, second).count()).toBe(0);
    }

    // Signed out: nothing stays behind in this browser
    await hanako.page.getByRole('button', { name: 'ログアウト' }).click();
    for (const page of [hanako.page, newTab]) await noticeOf(page, third).waitFor(gone);
    const kept = await hanako.page.evaluate(() => Object.keys(localStorage));
    expect(kept.filter((key) => key.startsWith('shinkan.notices.'))).toEqual([]);
    expect([...hanako.complaints, ...taro.complaints]).toEqual([]);
    await hanako.context.close();
    await taro.context.close();
  }, 240_000);

  it('comes after the network was away, which the page says meanwhile', async () => {
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

  it('waits for a member whose page was closed, and comes once', async () => {
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

  it('is one for more than three books, within reach of everybody and put away by a key', async () => {
    const books = await announced('春の号', '夏の号', '秋の号', '冬の号');
    await given.aMemberWaitsFor('hanako', ...books);
    // Here no other book stands, whose sale would be told as well
    const { page, context, complaints } = await given.aMemberAt('hanako', '/my');
    await listening(page);
    await when.theShopSells(...isbnsOf(books));
    const group = region(page).getByRole('article', { name: '4冊が発売になりました' });
    await group.waitFor(PATIENCE);
    for (const book of books) await group.getByText(titleOf(book)).waitFor(PATIENCE);

    for (const address of ['/my', '/en/my']) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.goto(`${testStack().web}${address}`);
        await page
          .locator('.notices article')
          .filter({ hasText: titleOf(books[3]) })
          .waitFor(PATIENCE);
        expect(await findingsOn(page), `${address} ${colorScheme}`).toEqual([]);
      }
    }

    // With the keyboard: one is followed and counted as read, the rest is put away at once
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

/** Counts how often leave is asked for, and takes no notice from a page, as Chrome on Android. */
function refusePages(): void {
  const Real = Notification;
  class Refusing {
    static get permission() {
      return Real.permission;
    }
    static requestPermission() {
      localStorage.setItem('test.asked', String(Number(localStorage.getItem('test.asked')) + 1));
      return Real.requestPermission();
    }
    constructor() {
      throw new TypeError('Illegal constructor. Use ServiceWorkerRegistration.showNotification()');
    }
  }
  Object.assign(window, { Notification: Refusing });
}

/** What the browser shows by itself. */
const shownBy = (page: Page) =>
  page.evaluate(async () => {
    const worker = await navigator.serviceWorker.ready;
    const shown = await worker.getNotifications();
    return shown.map(({ title, body, lang }) => ({ title, body, lang }));
  });

/** A press on the only notice that the browser shows, which a browser without a window cannot be given. */
async function pressNotice(context: BrowserContext): Promise<void> {
  const [worker] = context.serviceWorkers();
  await worker?.evaluate(async () => {
    const scope = globalThis as unknown as { registration: ServiceWorkerRegistration };
    const [notification] = await scope.registration.getNotifications();
    const press = new Event('notificationclick');
    dispatchEvent(Object.assign(press, { notification, waitUntil: () => {} }));
  });
}

/** From the next page on nobody looks at it. */
const hide = () => Object.defineProperty(document, 'visibilityState', { value: 'hidden' });

describe("The browser's own notice", () => {
  it('comes only when it is wished for, once for all hidden tabs, and leads to the book', async () => {
    const [book] = (await announced('鐘の鳴る丘')) as [StoryBook];
    await given.aMemberWaitsFor('taro', book);
    const { page, context } = await given.aMemberAt('taro', '/');
    await context.grantPermissions(['notifications'], { origin: testStack().web });
    await context.addInitScript(refusePages);
    await page.goto(`${testStack().web}/my`);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const wish = page.getByRole('switch', { name: 'ブラウザの通知を受け取る' });
    await wish.waitFor(PATIENCE);
    const kept = (key: string) => page.evaluate((name) => localStorage.getItem(name), key);
    expect(await kept('test.asked')).toBeNull();
    expect(await wish.getAttribute('aria-checked')).toBe('false');
    await wish.press('Space');
    await page.getByText('通知を受け取ります。').waitFor(PATIENCE);
    expect(await kept('test.asked')).toBe('1');

    await context.addInitScript(hide);
    await page.reload();
    const other = await anotherTab(context, '/');
    for (const each of [page, other]) await listening(each);
    await when.theShopSells(book.ISBN);
    for (const each of [page, other]) await then.thePageSaysOnSale(each, titleOf(book));
    await eventually('the notice', async () => (await shownBy(page)).length > 0, {
      within: PATIENCE.timeout,
    });
    // Both tabs have taken their turn
    await page.evaluate(() => navigator.locks.request('shinkan.told', () => undefined));
    expect(await shownBy(page)).toEqual([
      { title: '発売になりました', body: titleOf(book), lang: 'ja' },
    ]);

    // A press leads one of the open tabs there
    await pressNotice(context);
    const heading = (tab: Page) => tab.getByRole('heading', { level: 1, name: titleOf(book) });
    await Promise.any([page, other].map((tab) => heading(tab).waitFor(PATIENCE)));
    expect(context.pages()).toHaveLength(2);
    expect(await shownBy(page)).toEqual([]);
    await context.close();
  }, 180_000);
});
