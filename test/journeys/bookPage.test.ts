import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { COVERS } from '../../tools/testing/browser.ts';
import { testStack } from '../../tools/testing/testStack.ts';
import { eventually } from '../support/eventually.ts';
import { expectAccessible } from '../support/findingsOn.ts';
import { readPage } from '../support/readPage.ts';
import { withFaults } from '../support/stackFaults.ts';
import { type StoryBook, tellStories } from '../support/story.ts';

const { given, when } = tellStories();

/** Generous, for slow machines. */
const PATIENCE = { timeout: 45_000 };
/** An ingest run may have to wait for one that another test started. */
const LONG = { timeout: 180_000 };
const aTitle = (words: string) => `${words} ${Date.now().toString(36)}`;
const year = new Date().getUTCFullYear() + 1;

const pathOf = (book: StoryBook) => `/books/isbn-${book.ISBN}`;

/** The partner delivers a row again with changed fields. */
const redeliver = (book: StoryBook, more: Partial<StoryBook>) =>
  when.thePartnerDelivers({ ...book, ...more, 更新日時: new Date().toISOString() } as StoryBook);

const historyOn = (page: Page) => page.getByRole('region', { name: '発売日の記録' });

/** The entries of the history, without their dates. */
const entriesOn = (page: Page) => historyOn(page).locator('li p').allTextContents();

/** What the page contains without any script. */
async function previewOf(path: string) {
  const answer = await fetch(`${testStack().web}${path}`);
  const html = await answer.text();
  return { status: answer.status, html, ...readPage(html) };
}

describe('The book page', LONG, () => {
  it('the book page shows how its date came about, live and after a reload', async () => {
    const book = given.aRowFor(aTitle('霧笛の聞こえる部屋'));
    await when.thePartnerDelivers(book);
    const { page, context, complaints } = await given.aVisitTo(pathOf(book));
    const announced = `${year}年1月上旬 発売予定として案内が届きました`;
    await historyOn(page).getByText(announced).waitFor(PATIENCE);

    // A second file moves the date: the open page updates itself
    await redeliver(book, { 更新区分: '変更', 発売予定日: `${year}年3月下旬` });
    const moved = `発売予定が${year}年1月上旬から${year}年3月下旬に変わりました`;
    await expect.poll(() => entriesOn(page), PATIENCE).toEqual([announced, moved]);
    expect(await historyOn(page).locator('del').textContent()).toBe(`${year}年1月上旬`);
    const days = await historyOn(page)
      .locator('time')
      .evaluateAll((all) => all.map((time) => time.getAttribute('datetime')));
    for (const day of days) expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);

    // Cancelled, revived and sold
    await redeliver(book, { 更新区分: '削除' });
    await redeliver(book, { 更新区分: '復活', 発売予定日: `${year}年5月15日` });
    await when.theShopSells(book.ISBN);
    const whole = [
      announced,
      moved,
      '発売中止の案内がありました',
      `ふたたび発売予定になりました。 発売予定が${year}年3月下旬から${year}年5月15日に変わりました`,
      '発売になりました',
    ];
    await expect.poll(() => entriesOn(page), PATIENCE).toEqual(whole);
    const buy = page.getByRole('main').getByRole('link', { name: '発売中・購入する' });
    expect(await buy.getAttribute('href')).toContain(`/products/${book.ISBN}`);

    // Later visitors see the same
    await page.reload();
    await expect.poll(() => entriesOn(page), PATIENCE).toEqual(whole);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('the book page stays usable when its history cannot be loaded, and offers a retry', async () => {
    const book = given.aRowFor(aTitle('欠けた目録'));
    await when.thePartnerDelivers(book);
    const { page, context } = await given.aVisitTo('/');
    await page.route(testStack().graphql, (route) =>
      route.request().postData()?.includes('BookHistory') ? route.abort() : route.fallback(),
    );
    await page.goto(`${testStack().web}${pathOf(book)}`);
    const failed = historyOn(page).getByRole('alert');
    await failed.getByText('発売日の記録を読み込めませんでした。').waitFor(PATIENCE);
    await page.getByRole('button', { name: '発売を知らせて' }).waitFor(PATIENCE);
    await page.unroute(testStack().graphql);
    await failed.getByRole('button', { name: 'もう一度読み込む' }).press('Enter');
    await historyOn(page).getByText('案内が届きました').waitFor(PATIENCE);
    await context.close();
  });

  it('the book page is accessible with a long title and many contributors, in both languages and themes', async () => {
    const people =
      '三田村遥|著;大城結|著;北原新|編;髙見澤直人|監修;Jean Poquelin|原作;汐見透子|訳;蓮見光|絵;架空写真室|写真';
    const book = given.aRowFor(`${aTitle('灯台')} ${'とても長い題名'.repeat(14)}`, {
      著者: people,
      本体価格: '12800',
      発売予定日: `${year}年春`,
      内容紹介: '港町の灯台守だった祖母が遺した手紙を、孫娘が読みほどく。',
    });
    await when.thePartnerDelivers(book);
    await redeliver(book, { 更新区分: '変更', 発売予定日: `${year}年夏` });
    const { page, context, complaints } = await given.aVisitTo('/');
    for (const [width, height] of [
      [390, 844],
      [1280, 900],
    ] as const) {
      await page.setViewportSize({ width, height });
      await expectAccessible(page, pathOf(book), () =>
        page.locator('.history del').waitFor(PATIENCE),
      );
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('A shared link to a book', LONG, () => {
  it('a shared link has a preview without scripts and follows the book to the shop', async () => {
    const title = `${aTitle('夜の図書館')} </script><b>&"'`;
    const book = given.aRowFor(title, {
      発売予定日: `${year}年12月5日`,
      書影URL: `${COVERS}/1.jpg`,
    });
    await when.thePartnerDelivers(book);
    const japanese = await previewOf(pathOf(book));
    expect(japanese.status).toBe(200);
    expect(japanese.title).toBe(`${title} – 新刊のお知らせ`);
    expect(japanese.meta).toMatchObject({
      'og:title': title,
      'og:image': `${COVERS}/1.jpg`,
      'og:url': `${testStack().web}${pathOf(book)}`,
      'og:locale': 'ja_JP',
    });
    expect(japanese.meta['og:description']).toContain(`${year}年12月5日 発売予定`);
    expect(japanese.links[0]).toEqual(['canonical', '', `${testStack().web}${pathOf(book)}`]);
    expect(japanese.data).toMatchObject({
      '@type': 'Book',
      name: title,
      isbn: book.ISBN,
      datePublished: `${year}-12-05`,
      offers: { availability: 'https://schema.org/PreOrder', price: 1760, priceCurrency: 'JPY' },
    });
    const english = await previewOf(`/en${pathOf(book)}`);
    expect(english.html).toContain('<html lang="en"');
    expect(english.meta['og:description']).toContain(`Planned for 5 December ${year}`);

    await when.theShopSells(book.ISBN);
    const offer = await eventually('the offer of the shop', async () => {
      const { data } = await previewOf(pathOf(book));
      const found = (data as { offers: { availability: string; url: string } }).offers;
      return found.availability.endsWith('InStock') ? found : null;
    });
    expect(offer.url).toBe(`${testStack().shop.url}/products/${book.ISBN}`);
  });

  it('structured data describes the book that is shown, once, and disappears on the next page', async () => {
    const book = given.aRowFor(aTitle('返却台のうえ'));
    await when.thePartnerDelivers(book);
    const { page, context, complaints } = await given.aVisitTo(pathOf(book));
    const data = page.locator('script[type="application/ld+json"]');
    await page.getByRole('heading', { level: 1, name: book.書名 ?? '' }).waitFor(PATIENCE);
    expect(await data.count()).toBe(1);
    expect(JSON.parse((await data.textContent()) ?? '')).toMatchObject({ name: book.書名 });
    await page.getByRole('link', { name: 'これから出る本にもどる' }).click();
    await page.getByRole('heading', { level: 1, name: 'これから出る本' }).waitFor(PATIENCE);
    expect(await page.locator('head [data-served]').count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('a link to an unknown book is a 404 with noindex and a message for people', async () => {
    const { status, meta } = await previewOf('/books/isbn-9784000000000');
    expect(status).toBe(404);
    expect(meta.robots).toBe('noindex');
    const { page, context } = await given.aVisitTo('/books/isbn-9784000000000');
    await page.getByRole('heading', { name: 'この本は見つかりませんでした' }).waitFor(PATIENCE);
    await context.close();
  });

  it('a shared link is served while the database is down', async () => {
    const book = given.aRowFor(aTitle('休館日の窓'));
    await when.thePartnerDelivers(book);
    const fault = [{ fault: 'AccessDeniedException', share: 1 }];
    const plain = await withFaults(testStack().endpoints.rdsData, fault, () =>
      previewOf(pathOf(book)),
    );
    // It is an error, so that it never replaces a cached page with its head.
    expect(plain.status).toBe(503);
    expect(plain.html).toContain('<div id="root">');
    expect(plain.title).toBe('新刊のお知らせ');
  });
});
