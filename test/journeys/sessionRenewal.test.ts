import { describe, expect, it } from 'vitest';
import { demoMembers } from '../../tools/shop/members.ts';
import { testStack } from '../../tools/testing/testStack.ts';
import { findingsOn } from '../support/findingsOn.ts';
import { tellStories } from '../support/story.ts';
import { anotherTab, signOutButton } from '../support/tabs.ts';

const { given, when, then } = tellStories();
const PATIENCE = { timeout: 30_000 };
const LIVE = '発売されたら、この画面ですぐにお知らせします';
const aTitle = (words: string) => `${words} ${Date.now().toString(36)}`;

describe('bar 06 browser surface: the session of a page', () => {
  it('a page renews its session before the token expires, and its live connection continues', async () => {
    const book = given.aRowFor(aTitle('九分の砂時計'));
    await when.thePartnerDelivers(book);
    const { page, context, complaints } = await given.aMemberAt('taro', '/');
    await signOutButton(page).waitFor(PATIENCE);
    const statuses: number[] = [];
    page.on('response', (answer) => {
      if (answer.url().endsWith('/auth/refresh')) statuses.push(answer.status());
    });
    await page.clock.install();
    await page.goto(`${testStack().web}/books/isbn-${book.ISBN}`);
    await page.getByText(LIVE).waitFor(PATIENCE);
    await expect.poll(() => statuses, PATIENCE).toEqual([200]);
    for (const times of [2, 3]) {
      await page.clock.fastForward('07:00');
      expect(statuses).toHaveLength(times - 1);
      await page.clock.fastForward('02:01');
      await expect.poll(() => statuses, PATIENCE).toEqual(Array(times).fill(200));
    }
    await page.getByText(LIVE).waitFor(PATIENCE);
    await when.theyAskToBeTold(page);
    await when.theShopSells(book.ISBN);
    await then.thePageSaysOnSale(page, book.書名 ?? '');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('two tabs share a session by the cookie alone, even if both renew at once', async () => {
    const { page, context } = await given.aMemberAt('taro', '/');
    const tab = await anotherTab(context, '/my');
    for (let times = 0; times < 3; times += 1) {
      await Promise.all([page.reload(), tab.reload()]);
      await Promise.all([
        signOutButton(page).waitFor(PATIENCE),
        signOutButton(tab).waitFor(PATIENCE),
      ]);
    }
    // Both renew at the same moment, each before its token expires
    const renewed = [page, tab].map((each) => each.waitForResponse(/\/auth\/refresh$/));
    await Promise.all(
      [page, tab].map(async (each) => {
        await each.clock.install();
        await each.reload();
        await signOutButton(each).waitFor(PATIENCE);
        await each.clock.fastForward('09:01');
      }),
    );
    for (const answer of await Promise.all(renewed)) expect(answer.status()).toBe(200);
    await Promise.all([page, tab].map((each) => each.reload()));
    await Promise.all([page, tab].map((each) => signOutButton(each).waitFor(PATIENCE)));
    await context.close();
  });

  it('signing in or out takes effect in every tab at once', async () => {
    const { page, context } = await given.aMemberAt('taro', '/');
    const tab = await anotherTab(context, '/my');
    await signOutButton(page).click();
    await page.getByText('ログアウトしました').waitFor(PATIENCE);
    await tab
      .getByRole('status')
      .getByText('別の画面でログアウトしました。')
      .waitFor({ timeout: 5000 });
    await tab.getByText('ログインすると、待っている本が並びます').waitFor(PATIENCE);
    expect(await findingsOn(tab)).toEqual([]);
    const again = await given.aMemberIn(context, 'taro', '/');
    await signOutButton(tab).waitFor(PATIENCE);
    await signOutButton(page).waitFor(PATIENCE);
    expect(await tab.getByText('別の画面でログアウトしました。').count()).toBe(0);
    await again.close();
    await context.close();
  });

  it("the session survives another tab clearing the site's storage", async () => {
    const { page, context } = await given.aMemberAt('taro', '/');
    const tab = await anotherTab(context, '/my');
    await page.evaluate(() => {
      Reflect.set(window, 'heard', new Promise((hear) => addEventListener('storage', hear)));
    });
    await tab.evaluate(() => localStorage.clear());
    await page.evaluate(() => Reflect.get(window, 'heard').then(() => {}));
    // One more turn of the event loop, for what the page does with it.
    await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
    for (const each of [page, tab]) {
      expect(await signOutButton(each).count()).toBe(1);
      expect(await each.getByText('別の画面でログアウトしました。').count()).toBe(0);
    }
    await context.close();
  });

  it('signing out also reaches a page restored from the back/forward cache', async () => {
    const { page, context } = await given.aMemberAt('taro', '/my');
    await signOutButton(page).waitFor(PATIENCE);
    // A page in the back/forward cache hears nothing of other tabs; this event tells it that it is
    // back
    await page.evaluate(() => {
      localStorage.removeItem('shinkan.signedIn');
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    await page.getByText('別の画面でログアウトしました。').waitFor(PATIENCE);
    await page.getByText('ログインすると、待っている本が並びます').waitFor(PATIENCE);
    await context.close();
  });

  it('a tab handed to another member shows nothing of the previous one', async () => {
    const book = given.aRowFor(aTitle('貸出カードの名前'));
    await when.thePartnerDelivers(book);
    const { page, context } = await given.aMemberAt('taro', `/books/isbn-${book.ISBN}`);
    await when.theyAskToBeTold(page);
    await page.clock.install();
    await page.goto(`${testStack().web}/my`);
    const waited = page.getByRole('article').filter({ hasText: book.書名 ?? '' });
    await waited.waitFor(PATIENCE);
    const [hanako] = demoMembers;
    const answer = await context.request.post(`${testStack().web}/auth/token`, {
      data: { login: hanako?.login, password: hanako?.password },
    });
    expect(answer.status()).toBe(200);
    await page.clock.fastForward('09:01');
    await page.getByText(`${hanako?.name} さん`).first().waitFor(PATIENCE);
    await waited.waitFor({ ...PATIENCE, state: 'detached' });
    expect(await page.getByText('川辺太郎').count()).toBe(0);
    await context.close();
  });
});
