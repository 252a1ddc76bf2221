import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CONSENT_WORDINGS } from '../../domain/consent/consentWordings.ts';
import { demoMembers } from '../../tools/shop/members.ts';
import { testStack } from '../../tools/testing/testStack.ts';
import { expectAccessible, findingsOn } from '../support/findingsOn.ts';
import { signInOn, tellStories } from '../support/story.ts';

const { given, when } = tellStories();

/** Generous, for slow machines. */
const PATIENCE = { timeout: 30_000 };
const phone = { width: 390, height: 844 };

/** Waits until a page has loaded what it shows. */
async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor(PATIENCE);
  await page
    .getByLabel(/^(読み込んでいます|Loading)$/)
    .first()
    .waitFor({ ...PATIENCE, state: 'detached' });
}

const aTitle = (words: string) => `${words} ${Date.now().toString(36)}`;

describe('Every page', () => {
  it.each(['/', '/books/isbn-9784999990009', '/sign-in', '/no/such/page'])(
    '%s is accessible in both languages, on a phone',
    async (path) => {
      const { page, context, complaints } = await given.aVisitTo(path);
      await page.setViewportSize(phone);
      await expectAccessible(page, path, () => settle(page));
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it("the member's page is accessible as well", async () => {
    const book = given.aRowFor(aTitle('手すりのある階段'));
    await when.thePartnerDelivers(book);
    const { page, context, complaints } = await given.aMemberAt('taro', `/books/isbn-${book.ISBN}`);
    await page.setViewportSize(phone);
    await when.theyAskToBeTold(page);
    for (const address of ['/my', '/en/my']) {
      await page.goto(`${testStack().web}${address}`);
      await page.getByRole('link', { name: book.書名 ?? '' }).waitFor(PATIENCE);
      expect(await findingsOn(page), address).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('A reader', () => {
  it('following a link moves focus to the top of the next page', async () => {
    const { page, context } = await given.aVisitTo('/');
    await settle(page);
    const title = page.getByRole('article').first().getByRole('heading').getByRole('link');
    const name = (await title.textContent()) ?? '';
    await title.press('Enter');
    await page.getByRole('heading', { level: 1, name }).waitFor(PATIENCE);
    expect(await page.locator(':focus').getAttribute('id')).toBe('main');
    await context.close();
  });
});

describe('A member', () => {
  it('a guest who subscribes is asked to sign in, is subscribed afterwards, and can unsubscribe', async () => {
    const title = aTitle('改札のむこう');
    const book = given.aRowFor(title);
    await when.thePartnerDelivers(book);
    const { page, context, complaints } = await given.aVisitTo(`/books/isbn-${book.ISBN}`);

    // Pressed while signed out, beside the consent wording
    await page.getByRole('button', { name: '発売を知らせて' }).click(PATIENCE);
    await page.getByRole('dialog').getByText(CONSENT_WORDINGS.JA_1).waitFor(PATIENCE);
    const [hanako] = demoMembers;
    await when.theyChange(page, 'SubscribeToBook', () =>
      signInOn(page, hanako?.login ?? '', hanako?.password ?? ''),
    );
    await page.getByRole('button', { name: 'お知らせします' }).waitFor(PATIENCE);
    expect(new URL(page.url()).pathname).toBe(`/books/isbn-${book.ISBN}`);

    // Still signed in and subscribed after a reload
    await page.reload();
    await page.getByRole('button', { name: 'お知らせします' }).waitFor(PATIENCE);

    // Unsubscribed and subscribed again with the same key in the same place
    await page.getByRole('link', { name: '待っている本' }).click();
    const waited = page.getByRole('article').filter({ hasText: title });
    await waited.waitFor(PATIENCE);
    // The list being loaded would omit the book once it is unsubscribed.
    await settle(page);
    await waited.getByRole('button', { name: 'お知らせします' }).focus(PATIENCE);
    const press = () => page.keyboard.press('Enter');
    await when.theyChange(page, 'UnsubscribeFromBook', press);
    await waited.getByText('お知らせを取り消しました').waitFor(PATIENCE);
    await waited.getByText(CONSENT_WORDINGS.JA_1).waitFor(PATIENCE);
    await when.theyChange(page, 'SubscribeToBook', press);
    await waited.getByRole('button', { name: 'お知らせします' }).waitFor(PATIENCE);

    // Unsubscribed for good
    await when.theyChange(page, 'UnsubscribeFromBook', press);
    const undo = waited.getByRole('button', { name: '元に戻す' });
    await undo.waitFor(PATIENCE);
    await page.reload();
    await settle(page);
    expect(await waited.count()).toBe(0);

    // Signed out, and still so after a reload
    await page.getByRole('button', { name: 'ログアウト' }).click(PATIENCE);
    await page.getByText('ログアウトしました').waitFor(PATIENCE);
    await page.reload();
    await page.getByText('ログインすると、待っている本が並びます').waitFor(PATIENCE);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
