import type { ConsoleMessage, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { demoMembers } from '../../tools/shop/members.ts';
import { openStackDatabase } from '../../tools/stack/stack.ts';
import { COVERS, isOfACover } from '../../tools/testing/browser.ts';
import { testStack } from '../../tools/testing/testStack.ts';
import { signInOn, tellStories } from '../support/story.ts';
import { watchPolicy } from '../support/violations.ts';

const { given, when, then } = tellStories();
const [hanako] = demoMembers;
if (hanako === undefined) throw new Error('The sample shop has no members');

const PATIENCE = { timeout: 30_000 };
/** A one-pixel image. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const aTitle = (words: string) => `${words} ${Date.now().toString(36)}`;

/** Everything the browser complains of, except the wrong password and covers that do not load. */
function isAComplaint(message: ConsoleMessage): boolean {
  if (message.type() !== 'error' && !/policy|violat/i.test(message.text())) return false;
  const isARefusal =
    message.text().startsWith('Failed to load resource') &&
    message.location().url.endsWith('/auth/token');
  return !isARefusal && !isOfACover(message);
}

async function arrive(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor(PATIENCE);
}

describe('bar 06 browser surface: 0 reports', () => {
  it("a member using every feature, from the list to a mail's link, causes no policy report", async () => {
    const book = given.aRowFor(aTitle('石段の上の灯'), { 書影URL: `${COVERS}/broken.jpg` });
    const other = given.aRowFor(aTitle('石段の下の影'), { 書影URL: `${COVERS}/whole.png` });
    await when.thePartnerDelivers(book, other);
    const title = book.書名 ?? '';
    await openStackDatabase(testStack()).execute(
      'delete from member_setting where member_id = :member',
      { member: String(hanako.id) },
    );

    const { page, context } = await given.aVisitTo('/no/such/page');
    const violations = await watchPolicy(context);
    const complaints: string[] = [];
    context.on('console', (message) => {
      if (isAComplaint(message)) complaints.push(message.text());
    });
    context.on('weberror', (error) => complaints.push(error.error().message));
    await context.route(`${COVERS}/**`, (route) =>
      route.request().url().endsWith('whole.png')
        ? route.fulfill({ contentType: 'image/png', body: PICTURE })
        : route.fulfill({ status: 404 }),
    );

    // An unknown page, then the list and a search
    await page.reload();
    await arrive(page, 'このページはありません');
    await page.getByRole('link', { name: 'これから出る本を見る' }).click();
    await arrive(page, 'これから出る本');
    await page.getByText('発売されたら、この画面ですぐにお知らせします').waitFor(PATIENCE);
    await page.getByLabel('書名・著者・シリーズでさがす').fill(other.書名 ?? '');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: other.書名 ?? '' }).waitFor(PATIENCE);

    // A book with a cover, and one whose cover does not load
    await page.getByRole('link', { name: other.書名 ?? '' }).click();
    await arrive(page, other.書名 ?? '');
    await page.waitForFunction(() =>
      [...document.images].some((image) => image.src.endsWith('whole.png') && image.naturalWidth),
    );
    await page.goto(`${testStack().web}/books/isbn-${book.ISBN}`);
    await arrive(page, title);
    await page.waitForFunction(() => document.images.length === 0);
    expect(await page.locator('script[type="application/ld+json"]').textContent()).toContain(title);

    // The wrong password, then the right one
    await page.getByRole('button', { name: '発売を知らせて' }).click();
    await page.getByRole('dialog').waitFor(PATIENCE);
    await signInOn(page, hanako.login, 'wrong');
    const alert = page.getByRole('alert');
    await alert.getByText('会員IDかパスワードが違います。').waitFor(PATIENCE);
    await signInOn(page, hanako.login, hanako.password);
    await page.getByRole('button', { name: 'お知らせします' }).first().waitFor(PATIENCE);

    // The member's page and settings
    await page.getByRole('link', { name: '待っている本' }).click();
    await page.getByRole('article').filter({ hasText: title }).waitFor(PATIENCE);
    await page.getByLabel('メールの言語').selectOption({ label: 'English' });
    await page.getByText('メールの言語を変更しました').waitFor(PATIENCE);
    await page.getByLabel('メールの言語').selectOption({ label: '日本語' });
    await page.getByRole('button', { name: 'すべてのメールを止める' }).click();
    await page.getByRole('button', { name: 'メールを再開する' }).first().click(PATIENCE);
    await page.getByText('お知らせのメールを再開しました').waitFor(PATIENCE);
    await page.getByLabel('明るさ').selectOption({ label: '暗く' });

    // The other language, and back
    await page.getByRole('contentinfo').getByRole('link', { name: 'English' }).click();
    await arrive(page, 'Books I wait for');
    await page.getByRole('contentinfo').getByRole('link', { name: '日本語' }).click();
    await arrive(page, '待っている本');

    // The live notice, and the mail with its link
    await page.getByText('発売されたら、この画面ですぐにお知らせします').waitFor(PATIENCE);
    await when.theShopSells(book.ISBN);
    await then.thePageSaysOnSale(page, title);
    const mail = await then.theInboxHolds(hanako.email, title);
    const [link = ''] = /http\S+\/mail\/unsubscribe\/[\w.-]+/.exec(mail.text) ?? [];
    await page.goto(link);
    await page.getByRole('button', { name: 'この本のお知らせを止める' }).click();
    await arrive(page, /この本/);
    await expect.poll(() => page.evaluate(() => document.styleSheets.length), PATIENCE).toBe(1);

    // Out
    await page.goto(testStack().web);
    await page.getByRole('button', { name: 'ログアウト' }).click(PATIENCE);
    await page.getByText('ログアウトしました').waitFor(PATIENCE);
    expect(violations).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
