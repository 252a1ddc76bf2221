import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { demoMembers } from '../../scripts/shop/members.ts';
import { findingsOn } from '../support/findingsOn.ts';
import { tellStories } from '../support/story.ts';
import { testStack } from '../support/testStack.ts';

const { given, when, then } = tellStories();
const COOKIE = '__Host-rt';
const PATIENCE = { timeout: 30_000 };
const LIVE = '発売されたら、この画面ですぐにお知らせします';
const aTitle = (words: string) => `${words} ${Date.now().toString(36)}`;

const signOutButton = (page: Page) => page.getByRole('button', { name: 'ログアウト' });
const signInLink = (page: Page) => page.getByRole('banner').getByRole('link', { name: 'ログイン' });

/** A second tab of the same browser. */
async function anotherTab(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${testStack().web}${path}`);
  await signOutButton(page).waitFor(PATIENCE);
  return page;
}

/** Ends the session at the service, as a theft or the shop would, and not in the browser. */
async function endSession(context: BrowserContext): Promise<void> {
  const cookies = await context.cookies(testStack().web);
  const found = cookies.find(({ name }) => name === COOKIE);
  const answer = await fetch(`${testStack().web}/auth/sign-out`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-requested-with': 'shinkan',
      cookie: `${COOKIE}=${found?.value}`,
    },
    body: '{}',
  });
  expect(answer.status).toBe(204);
}

describe('bar 06 browser surface: the session of a page', () => {
  it('is renewed before its token ends, beside a live connection that goes on', async () => {
    const book = given.aRowFor(aTitle('九分の砂時計'));
    await when.thePartnerDelivers(book);
    const { page, context, complaints } = await given.aMemberAt('taro', '/');
    const statuses: number[] = [];
    page.on('response', (answer) => {
      if (answer.url().endsWith('/auth/refresh')) statuses.push(answer.status());
    });
    await page.clock.install();
    await page.goto(`${testStack().web}/books/isbn-${book.ISBN}`);
    await page.getByText(LIVE).waitFor(PATIENCE);
    await expect.poll(() => statuses, PATIENCE).toEqual([200]);
    for (const times of [2, 3]) {
      await page.clock.fastForward('08:59');
      expect(statuses).toHaveLength(times - 1);
      await page.clock.fastForward('00:02');
      await expect.poll(() => statuses, PATIENCE).toEqual(Array(times).fill(200));
    }
    await page.getByText(LIVE).waitFor(PATIENCE);
    await when.theyAskToBeTold(page);
    await when.theShopSells(book.ISBN);
    await then.thePageSaysOnSale(page, book.書名 ?? '');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is shared with another tab by the cookie alone, also where both ask at the same moment', async () => {
    const { page, context } = await given.aMemberAt('taro', '/');
    const tab = await anotherTab(context, '/my');
    for (let times = 0; times < 3; times += 1) {
      await Promise.all([page.reload(), tab.reload()]);
      await Promise.all([
        signOutButton(page).waitFor(PATIENCE),
        signOutButton(tab).waitFor(PATIENCE),
      ]);
    }
    // Both renew at the same moment, each before its token ends
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

  it('ends in every tab at once when one signs out, and begins in every tab', async () => {
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

  it('ends as well for a page that the browser had put away meanwhile', async () => {
    const { page, context } = await given.aMemberAt('taro', '/my');
    await signOutButton(page).waitFor(PATIENCE);
    // A page that is put away hears nothing of other tabs; this is how it is told that it is back
    await page.evaluate(() => {
      localStorage.removeItem('shinkan.signedIn');
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    await page.getByText('別の画面でログアウトしました。').waitFor(PATIENCE);
    await page.getByText('ログインすると、待っている本が並びます').waitFor(PATIENCE);
    await context.close();
  });

  it('that another tab has handed to another member shows nothing of the one before', async () => {
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

  it('that the service has ended is said so, and the page goes on for a guest', async () => {
    const book = given.aRowFor(aTitle('閉館のベル'));
    await when.thePartnerDelivers(book);
    const { page, context } = await given.aMemberAt('taro', '/');
    const tab = await anotherTab(context, '/my');
    await page.clock.install();
    await page.goto(`${testStack().web}/books/isbn-${book.ISBN}`);
    await signOutButton(page).waitFor(PATIENCE);
    await endSession(context);
    await page.clock.fastForward('09:01');
    for (const each of [page, tab]) {
      const said = each.getByRole('status').filter({ hasText: 'ログインが無効になりました' });
      await said.waitFor(PATIENCE);
      await signInLink(each).waitFor(PATIENCE);
      expect(await findingsOn(each)).toEqual([]);
    }

    // As a guest: the book is still there, the list loads, and asking leads to signing in and back
    await page.getByRole('heading', { level: 1, name: book.書名 ?? '' }).waitFor(PATIENCE);
    await page.getByRole('link', { name: 'これから出る本' }).first().click();
    await page.getByRole('article').first().waitFor(PATIENCE);
    await page.goBack();
    const said = page.getByRole('status').filter({ hasText: 'ログインが無効になりました' });
    await said.getByRole('link', { name: 'ログイン' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'ログイン' }).waitFor(PATIENCE);
    expect(await said.getByRole('link').count()).toBe(0);
    await said.getByRole('button', { name: '閉じる' }).press('Enter');
    expect(await said.count()).toBe(0);
    await context.close();
  });

  it('that ends while the member asks for something says what to do, not that the network is down', async () => {
    const book = given.aRowFor(aTitle('切れた回数券'));
    await when.thePartnerDelivers(book);
    const { page, context } = await given.aMemberAt('taro', `/books/isbn-${book.ISBN}`);
    await page.clock.install();
    await page.reload();
    const ask = page.getByRole('button', { name: '発売を知らせて' }).first();
    await ask.waitFor(PATIENCE);
    await endSession(context);
    // The computer slept past the end of the token: no timer has run when the button is pressed
    await page.clock.setSystemTime(Date.now() + 3_600_000);
    await ask.click();
    await page
      .getByRole('status')
      .filter({ hasText: 'ログインが無効になりました' })
      .waitFor(PATIENCE);
    await ask.waitFor(PATIENCE);
    expect(await page.getByText('変更できませんでした').count()).toBe(0);
    await context.close();
  });
});

describe('bar 06 browser surface: a sign-in that fails', () => {
  it('is spoken, leads the keyboard back to the password and says what to do', async () => {
    const { page, context } = await given.aVisitTo('/sign-in');
    const password = page.getByLabel('パスワード', { exact: true });
    await page.getByLabel('会員ID').fill('nobody-at-all');
    await password.fill('guess');
    await password.press('Enter');
    const alert = page.getByRole('alert');
    await alert.getByText('会員IDかパスワードが違います。').waitFor(PATIENCE);
    await expect
      .poll(() => password.evaluate((field) => field === document.activeElement))
      .toBe(true);
    expect(await password.getAttribute('aria-invalid')).toBe('true');
    expect(await password.getAttribute('aria-describedby')).toBe(await alert.getAttribute('id'));
    expect(await findingsOn(page)).toEqual([]);
    await page.route('**/auth/token', (route) =>
      route.fulfill({ status: 503, json: { error: 'temporarily_unavailable' } }),
    );
    await password.press('Enter');
    await alert.getByText('いまログインできません。').waitFor(PATIENCE);
    expect(await findingsOn(page)).toEqual([]);
    await context.close();
  });
});
