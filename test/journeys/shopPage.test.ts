import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { dayInJapan } from '../../domain/release/dayInJapan.ts';
import { releaseWordsJa } from '../../domain/release/releaseWordsJa.ts';
import { testStack } from '../../tools/testing/testStack.ts';
import { findingsOn } from '../support/findingsOn.ts';
import { type StoryBook, tellStories } from '../support/story.ts';

const { given, when } = tellStories();

/** Generous, for slow machines. */
const PATIENCE = { timeout: 45_000 };

const aTitle = (words: string) => `${words} ${Date.now().toString(36)}`;
const notice = (page: Page) => page.locator('shinkan-release-notice').first();
const pageOf = ({ ISBN }: StoryBook) => `${testStack().web}/books/isbn-${ISBN}`;

async function announced(title: string, more: Partial<StoryBook> = {}): Promise<StoryBook> {
  const book = given.aRowFor(aTitle(title), { 発売予定日: '2031年5月8日', ...more });
  await when.thePartnerDelivers(book);
  return book;
}

describe('A page of the shop', () => {
  it('the element shows when the book comes out, and changes by itself when it can be bought', async () => {
    const book = await announced('金網のむこう');
    const { page, context, complaints } = await given.aVisitToTheShop(`/products/${book.ISBN}`);
    const ask = notice(page).getByRole('link', { name: /^発売を知らせて/ });
    await notice(page).getByText('発売予定 2031年5月8日').waitFor(PATIENCE);
    expect(await ask.getAttribute('href')).toBe(pageOf(book));
    expect(await findingsOn(page)).toEqual([]);

    await when.theShopSells(book.ISBN);
    await notice(page).getByText('発売になりました', { exact: true }).waitFor(PATIENCE);
    expect(await notice(page).getByRole('status').textContent()).toBe(
      `「${book.書名}」が発売になりました`,
    );
    expect(await findingsOn(page)).toEqual([]);
    await notice(page)
      .getByRole('link', { name: /^購入する/ })
      .click();
    await page.getByRole('button', { name: 'カートに入れる' }).waitFor(PATIENCE);
    // The shop's policy, as documented, blocked nothing
    expect(complaints).toEqual([]);
    await context.close();
  }, 150_000);

  it('the element leads to where one can subscribe', async () => {
    const book = await announced('回覧板');
    const { page, context } = await given.aVisitToTheShop(`/products/${book.ISBN}`);
    await notice(page).getByText('発売予定').waitFor(PATIENCE);
    await notice(page)
      .getByRole('link', { name: /^発売を知らせて/ })
      .click();
    await page.getByRole('heading', { level: 1, name: book.書名 ?? '' }).waitFor(PATIENCE);
    await context.close();
  }, 120_000);

  it('the shop page has a plain link where no script runs', async () => {
    const book = await announced('謄写版');
    const page = await given.aVisitWithoutScript(`/products/${book.ISBN}`);
    const link = page.getByRole('link', { name: '発売を知らせて' });
    expect(await link.getAttribute('href')).toBe(pageOf(book));
    expect(await link.isVisible()).toBe(true);
    await page.context().close();
  });

  it('the plain link stays while Shinkan does not answer, and for an unknown book', async () => {
    const book = await announced('不通の日');
    const { page, context } = await given.aVisitToTheShop('/');
    await context.route(`${new URL(testStack().graphql).origin}/**`, (route) => route.abort());
    const refused = page.waitForEvent('requestfailed', PATIENCE);
    await page.goto(`${testStack().shop.url}/products/${book.ISBN}`);
    await refused;
    const link = notice(page).getByRole('link', { name: '発売を知らせて', exact: true });
    await link.waitFor(PATIENCE);
    expect(await link.getAttribute('href')).toBe(pageOf(book));

    await context.unrouteAll();
    const unknown = '9784999000007';
    const answered = page.waitForResponse(
      (answer) => answer.url() === testStack().graphql && answer.request().method() === 'POST',
      PATIENCE,
    );
    await page.goto(`${testStack().shop.url}/products/${unknown}`);
    await (await answered).finished();
    await link.waitFor(PATIENCE);
    expect(await link.getAttribute('href')).toBe(`${testStack().web}/books/isbn-${unknown}`);
    await context.close();
  }, 120_000);

  it('all elements of a page share one request and one connection', async () => {
    // Among the first on the shop's front page
    await announced('前夜祭', { 発売予定日: todayInWords() });
    const { page, context } = await given.aVisitToTheShop('/no-such-page');
    const questions: string[] = [];
    let connections = 0;
    page.on('request', (request) => questions.push(request.postData() ?? ''));
    page.on('websocket', () => {
      connections += 1;
    });
    const connected = page.waitForEvent('websocket', PATIENCE);
    await page.goto(testStack().shop.url);
    await notice(page).getByText('発売予定').waitFor(PATIENCE);
    await connected;
    const shown = await page.locator('shinkan-release-notice').count();
    expect(shown).toBeGreaterThan(5);
    expect(questions.filter((body) => body.includes('booksByIsbn'))).toHaveLength(1);
    expect(connections).toBe(1);
    await context.close();
  }, 120_000);

  it('the element follows changes of its ISBN and language, and its removal', async () => {
    const [one, other] = [given.aRowFor(aTitle('鍵盤')), given.aRowFor(aTitle('譜面'))];
    await when.thePartnerDelivers(one, other);
    const { page, context, complaints } = await given.aVisitToTheShop(`/products/${one.ISBN}`);
    await notice(page)
      .getByRole('link', { name: `発売を知らせて:「${one.書名}」` })
      .waitFor(PATIENCE);
    await page.evaluate((isbn) => {
      document.querySelector('shinkan-release-notice')?.setAttribute('isbn', isbn);
    }, other.ISBN);
    await notice(page)
      .getByRole('link', { name: `発売を知らせて:「${other.書名}」` })
      .waitFor(PATIENCE);
    await page.evaluate(() => {
      document.querySelector('shinkan-release-notice')?.setAttribute('lang', 'en');
    });
    const english = notice(page).getByRole('link', { name: /^Tell me when it’s out/ });
    await english.waitFor(PATIENCE);
    expect(await english.getAttribute('href')).toContain('/en/books/');
    await page.evaluate(() => document.querySelector('shinkan-release-notice')?.remove());
    await page.waitForFunction(() => !document.querySelector('shinkan-release-notice'));
    expect(complaints).toEqual([]);
    await context.close();
  }, 120_000);

  it('the element has a line for each volume with the ISBN', async () => {
    const first = given.aRowFor(aTitle('全集'), { 巻次: '上' });
    const second = given.aRowFor(first.書名 ?? '', { ISBN: first.ISBN, 巻次: '下' });
    await when.thePartnerDelivers(first, second);
    const { page, context } = await given.aVisitToTheShop(`/products/${first.ISBN}`);
    for (const volume of ['上', '下'])
      await notice(page).getByText(volume, { exact: true }).waitFor(PATIENCE);
    expect(await notice(page).getByRole('link').count()).toBe(2);

    // Focus on the second line stays there when the element is rendered again.
    await notice(page).getByRole('link').last().focus();
    await page.evaluate(() => {
      document.querySelector('shinkan-release-notice')?.setAttribute('lang', 'en');
    });
    const english = notice(page).getByRole('link', { name: /^Tell me when it’s out/ });
    await english.last().waitFor(PATIENCE);
    expect(await hasFocus(english.last())).toBe(true);
    await context.close();
  }, 120_000);

  it('focus moves from the plain link to the one that replaces it', async () => {
    const book = await announced('渡り廊下');
    const { page, context } = await given.aVisitToTheShop('/');
    const held = Promise.withResolvers<void>();
    await context.route(`${new URL(testStack().graphql).origin}/**`, async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.goto(`${testStack().shop.url}/products/${book.ISBN}`);
    await notice(page).getByRole('link', { name: '発売を知らせて', exact: true }).focus();
    held.resolve();
    const ask = notice(page).getByRole('link', { name: /^発売を知らせて:/ });
    await ask.waitFor(PATIENCE);
    expect(await hasFocus(ask)).toBe(true);
    await context.close();
  }, 120_000);
});

const hasFocus = (link: Locator) =>
  link.evaluate((element) => {
    const root = element.getRootNode();
    return 'activeElement' in root && root.activeElement === element;
  });

const todayInWords = () => releaseWordsJa.day(dayInJapan(new Date()), true);
