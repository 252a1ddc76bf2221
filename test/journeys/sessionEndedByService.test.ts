import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { testStack } from '../../tools/testing/testStack.ts';
import { findingsOn } from '../support/findingsOn.ts';
import { tellStories } from '../support/story.ts';
import { anotherTab, endSession, signOutButton } from '../support/tabs.ts';

const { given, when } = tellStories();
const PATIENCE = { timeout: 30_000 };
const aTitle = (words: string) => `${words} ${Date.now().toString(36)}`;

const signInLink = (page: Page) => page.getByRole('banner').getByRole('link', { name: 'ログイン' });

describe('bar 06 browser surface: an ended session', () => {
  it('a page whose session the service ended says so and continues as a guest', async () => {
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

    // As a guest: the book is still shown, the list loads, and sign-in is offered
    await page.getByRole('heading', { level: 1, name: book.書名 ?? '' }).waitFor(PATIENCE);
    await page.getByRole('link', { name: 'これから出る本' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'これから出る本' }).waitFor(PATIENCE);
    await page.getByRole('article').first().waitFor(PATIENCE);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: book.書名 ?? '' }).waitFor(PATIENCE);
    const said = page.getByRole('status').filter({ hasText: 'ログインが無効になりました' });
    await said.getByRole('link', { name: 'ログイン' }).press('Enter');
    await page.getByRole('dialog', { name: 'ログイン' }).waitFor(PATIENCE);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ ...PATIENCE, state: 'detached' });
    await said.getByRole('button', { name: '閉じる' }).press('Enter');
    expect(await said.count()).toBe(0);
    await context.close();
  });

  it('a session that ends during a subscription is reported as such, not as a network failure', async () => {
    const book = given.aRowFor(aTitle('切れた回数券'));
    await when.thePartnerDelivers(book);
    const { page, context } = await given.aMemberAt('taro', `/books/isbn-${book.ISBN}`);
    await page.clock.install();
    await page.reload();
    const ask = page.getByRole('button', { name: '発売を知らせて' }).first();
    await ask.waitFor(PATIENCE);
    await endSession(context);
    // The computer slept past the token's expiry: no timer has run when the button is pressed
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

describe('bar 06 browser surface: a failed sign-in', () => {
  it('a failed sign-in is announced, focuses the password and says what to do', async () => {
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
