import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { openStackDatabase } from '../../tools/stack/stack.ts';
import { testStack } from '../../tools/testing/testStack.ts';
import { eventually } from '../support/eventually.ts';
import { expectAccessible } from '../support/findingsOn.ts';
import { type StoryBook, tellStories } from '../support/story.ts';

const { given, when } = tellStories();

/** Generous, for slow machines. */
const PATIENCE = { timeout: 30_000 };
const phone = { width: 390, height: 844 };

/** Later than any other test looks, but within the known holidays. */
const YEAR = new Date().getUTCFullYear() + 3;
const AUGUST = `/calendar/${YEAR}-08`;

const mark = Date.now().toString(36);
let onTheDay: StoryBook;
let someday: StoryBook;

beforeAll(async () => {
  onTheDay = given.aRowFor(`山の日の本 ${mark}`, { 発売予定日: `${YEAR}年8月11日` });
  someday = given.aRowFor(`中旬の本 ${mark}`, { 発売予定日: `${YEAR}年8月中旬` });
  await when.thePartnerDelivers(onTheDay, someday);
});

/** This day has keyboard focus. */
const isAt = (page: Page, day: string) =>
  page.locator(`[data-day="${YEAR}-${day}"]:focus`).waitFor(PATIENCE);

const isAtAddress = (page: Page, path: string) =>
  page.waitForURL((url) => url.pathname === path, PATIENCE);

/** The page of this month is shown, not only its address. */
async function isOnMonth(page: Page, year: number, month: number): Promise<void> {
  const name = `${year}年${month}月の新刊`;
  await page.getByRole('heading', { level: 1, name }).waitFor(PATIENCE);
  const address = `/calendar/${year}-${String(month).padStart(2, '0')}`;
  expect(new URL(page.url()).pathname).toBe(address);
}

/** The month has loaded its books. */
async function isLoaded(page: Page): Promise<void> {
  await page.locator('.month[aria-busy="false"]').waitFor({ ...PATIENCE, state: 'attached' });
}

describe('The calendar', () => {
  it('the calendar can be used with the keyboard alone, from the menu to a book', async () => {
    const { page, context, complaints } = await given.aVisitTo('/');
    await page.getByRole('link', { name: 'カレンダー' }).press('Enter', PATIENCE);
    await page.waitForURL(/\/calendar\/\d{4}-\d{2}$/, PATIENCE);

    // By day and by week, within the month and past its ends
    await page.goto(`${testStack().web}${AUGUST}`);
    await isLoaded(page);
    await page.getByRole('grid', { name: `${YEAR}年8月` }).waitFor(PATIENCE);
    await page.getByRole('link', { name: /^8月1日 / }).press('ArrowRight', PATIENCE);
    await isAt(page, '08-02');
    for (const [key, day] of [
      ['ArrowLeft', '08-01'],
      ['ArrowLeft', '07-31'],
      ['ArrowDown', '08-07'],
      ['PageDown', '09-07'],
      ['PageUp', '08-07'],
      ['ArrowDown', '08-14'],
      ['ArrowUp', '08-07'],
    ] as const) {
      await page.keyboard.press(key);
      await isAt(page, day);
    }
    await isOnMonth(page, YEAR, 8);
    await page.keyboard.press('Home');
    await page.keyboard.press('End');
    const saturday = await page.locator(':focus').textContent();
    expect(saturday).toMatch(/土曜日/);

    // The day announces all its books, and opens
    await isLoaded(page);
    const day = page.getByRole('link', { name: /^8月11日 .曜日 山の日 \d+冊$/ });
    await day.press('Enter', PATIENCE);
    await page.getByRole('heading', { level: 1, name: `${YEAR}年8月11日` }).waitFor(PATIENCE);
    expect(new URL(page.url()).pathname).toBe(`${AUGUST}-11`);
    await page.getByText('山の日', { exact: true }).waitFor(PATIENCE);
    const book = page.getByRole('article').filter({ hasText: onTheDay.書名 ?? '' });
    await book.waitFor(PATIENCE);
    expect(await page.getByText(someday.書名 ?? '').count()).toBe(0);

    // Going back restores focus to the day
    await page.goBack();
    await isOnMonth(page, YEAR, 8);
    await page.locator(`[data-day="${YEAR}-08-11"][tabindex="0"]`).waitFor(PATIENCE);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('the calendar lists a book without a day separately, in words that promise no more', async () => {
    const { page, context, complaints } = await given.aVisitTo(AUGUST);
    const vague = page.getByRole('region', { name: '日付の決まっていない本' });
    await vague.getByRole('link', { name: /^8月中旬/ }).press('Enter', PATIENCE);
    await page.getByRole('heading', { level: 1, name: `${YEAR}年8月中旬の新刊` }).waitFor(PATIENCE);
    const book = page.getByRole('article').filter({ hasText: someday.書名 ?? '' });
    await book.waitFor(PATIENCE);
    await book.getByRole('button', { name: /発売を知らせて/ }).waitFor(PATIENCE);
    expect(await page.getByText(onTheDay.書名 ?? '').count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('the calendar shows a book on the day its sale began', async () => {
    const sold = given.aRowFor(`売り出された本 ${mark}`, { 発売予定日: `${YEAR}年9月` });
    await when.thePartnerDelivers(sold);
    await when.theShopSells(sold.ISBN);
    await eventually('the book to be on sale', async () => {
      const status = "select status from book where isbn = :isbn and status = 'ON_SALE'";
      return (await openStackDatabase(testStack()).query(status, { isbn: sold.ISBN }))[0];
    });
    const { page, context } = await given.aVisitTo('/calendar');
    await page.locator('[data-day][aria-current="date"]').press('Enter', PATIENCE);
    const book = page.getByRole('article').filter({ hasText: sold.書名 ?? '' });
    const more = page.getByRole('button', { name: 'もっと見る' });
    await book.or(more).first().waitFor(PATIENCE);
    // Other tests sell books as well.
    while ((await book.count()) === 0) await more.click(PATIENCE);
    await book.getByText('発売中').first().waitFor(PATIENCE);
    await context.close();
  });

  it('the calendar opens any month by its picker, and steps with one key', async () => {
    const { page, context, complaints } = await given.aVisitTo(AUGUST);
    const pick = page.getByRole('button', { name: '月をえらぶ' });
    await pick.press('Enter', PATIENCE);
    const months = page.getByRole('dialog', { name: '月をえらぶ' });
    await months.waitFor(PATIENCE);
    await page.keyboard.press('Escape');
    await months.waitFor({ ...PATIENCE, state: 'hidden' });
    await page.keyboard.press('Enter');
    await months.getByRole('button', { name: '次の年' }).press('Enter', PATIENCE);
    await months.getByRole('link', { name: '11月' }).press('Enter', PATIENCE);
    await isOnMonth(page, YEAR + 1, 11);
    await page.getByRole('link', { name: '次の月' }).press('Enter', PATIENCE);
    await isOnMonth(page, YEAR + 1, 12);
    await page.getByRole('link', { name: `次の月 ${YEAR + 2}年1月` }).waitFor(PATIENCE);
    await page.keyboard.press('Enter');
    await isOnMonth(page, YEAR + 2, 1);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each(['/calendar/2026-13', '/calendar/2100-01', '/calendar/tomorrow'])(
    'the calendar says that %s is not a page it has',
    async (path) => {
      const { page, context } = await given.aVisitTo(path);
      await page
        .getByRole('heading', { level: 1, name: 'このカレンダーのページはありません' })
        .waitFor(PATIENCE);
      await page.getByRole('link', { name: '今月へ' }).press('Enter', PATIENCE);
      await page.waitForURL(/\/calendar\/\d{4}-\d{2}$/, PATIENCE);
      await context.close();
    },
  );

  it('the calendar reports a failed load and succeeds on retry', async () => {
    const { page, context } = await given.aVisitTo('/sign-in');
    await page.route(`${testStack().graphql}**`, (route) => route.abort());
    await page.goto(`${testStack().web}${AUGUST}`);
    const retry = page.getByRole('button', { name: 'もう一度読み込む' });
    await retry.waitFor(PATIENCE);
    await page.unroute(`${testStack().graphql}**`);
    await retry.press('Enter');
    await page.getByRole('link', { name: /^8月11日 .曜日 山の日 \d+冊$/ }).waitFor(PATIENCE);

    // What was loaded stays readable when the API goes away
    await page.getByRole('link', { name: '次の月' }).press('Enter', PATIENCE);
    await isOnMonth(page, YEAR, 9);
    await isLoaded(page);
    await page.route(`${testStack().graphql}**`, (route) => route.abort());
    await page.getByRole('link', { name: '前の月' }).press('Enter', PATIENCE);
    await page.getByText('最新の内容を確かめられませんでした', { exact: false }).waitFor(PATIENCE);
    await page.getByRole('link', { name: /^8月11日 .曜日 山の日 \d+冊$/ }).waitFor(PATIENCE);
    await context.close();
  });

  it.each([
    ['a wide screen', null],
    ['a phone', phone],
  ])('the calendar is accessible in both languages, on %s', async (_, size) => {
    const { page, context, complaints } = await given.aVisitTo(AUGUST);
    if (size) await page.setViewportSize(size);
    for (const path of [AUGUST, `${AUGUST}-11`, '/calendar/2060-02', '/calendar/2026-13']) {
      await expectAccessible(page, path, async () => {
        await page.getByRole('heading', { level: 1 }).waitFor(PATIENCE);
        await page
          .getByLabel(/^(読み込んでいます|Loading)$/)
          .first()
          .waitFor({ ...PATIENCE, state: 'detached' });
      });
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('the calendar is an agenda on a phone, with the same books', async () => {
    const { page, context } = await given.aVisitTo(`/en${AUGUST}`);
    await page.setViewportSize(phone);
    await page.getByRole('link', { name: /August, Mountain Day, \d+ books?$/ }).waitFor(PATIENCE);
    expect(await page.getByRole('grid').count()).toBe(0);
    await page.getByRole('link', { name: onTheDay.書名 ?? '' }).press('Enter', PATIENCE);
    await isAtAddress(page, `/en/books/isbn-${onTheDay.ISBN}`);
    await context.close();
  });
});
