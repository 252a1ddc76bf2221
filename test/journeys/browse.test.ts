import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { testStack } from '../../tools/testing/testStack.ts';
import {
  aName,
  asked,
  at,
  books,
  choose,
  deliverMany,
  field,
  found,
  LONG,
  listHolds,
  PATIENCE,
  searchFor,
} from '../support/browsing.ts';
import { type StoryBook, tellStories } from '../support/story.ts';

const story = tellStories();
const { given, when } = story;

describe('Browsing the list', () => {
  it(
    'filters narrow the list by the offered choices, and the back button undoes them one by one',
    async () => {
      const publisher = aName('夕凪社');
      const label = aName('夕凪文庫');
      const shared = { 出版社: publisher, 税率: '10' };
      const paperback = given.aRowFor(aName('夕凪の町'), {
        ...shared,
        レーベル: label,
        判型: '文庫',
        本体価格: '1000',
      });
      const hardcover = given.aRowFor(aName('夕凪の塔'), {
        ...shared,
        判型: '四六判',
        本体価格: '2000',
      });
      const dear = given.aRowFor(aName('夕凪の図鑑'), {
        ...shared,
        レーベル: label,
        判型: '四六判',
        本体価格: '3000',
      });
      await when.thePartnerDelivers(paperback, hardcover, dear);
      const { page, context, complaints } = await given.aVisitTo('/');

      // A publisher from the offered ones
      await choose(page, '出版社', publisher);
      await listHolds(page, paperback, hardcover, dear);
      await found(page, '3冊見つかりました').waitFor(PATIENCE);
      expect(asked(page)).toEqual({ publisher });

      // A label as well, and a price in the words of the page
      await choose(page, 'レーベル', label);
      await listHolds(page, paperback, dear);
      await page.getByLabel('価格の上限').fill('１，１００');
      await listHolds(page, paperback);
      expect(asked(page)).toEqual({ publisher, label, priceTo: '1100' });

      // A reload changes nothing; the back button removes one filter at a time
      await page.reload();
      await listHolds(page, paperback);
      expect(await field(page, 'レーベル').inputValue()).toBe(label);
      await page.goBack();
      await listHolds(page, paperback, dear);
      await page.goBack();
      await listHolds(page, paperback, hardcover, dear);
      await page.goForward();
      await listHolds(page, paperback, dear);

      // The same address shows the same list in the other language
      await page.goto(`${testStack().web}/en${new URL(page.url()).search}`);
      await found(page, '2 books found').waitFor(PATIENCE);
      await page.getByRole('button', { name: `Remove the condition Imprint: ${label}` }).click();
      await listHolds(page, paperback, hardcover, dear);
      // Keyboard focus continues from there
      const focused = page.locator(':focus');
      expect(await focused.getAttribute('aria-label')).toContain(`Publisher: ${publisher}`);
      await page.getByRole('button', { name: 'Clear all conditions' }).press('Enter');
      await page.locator('search:focus').waitFor(PATIENCE);
      await expect.poll(() => asked(page), PATIENCE).toEqual({});
      expect(await field(page, 'Publisher').inputValue()).toBe('');
      expect(complaints).toEqual([]);
      await context.close();
    },
    LONG,
  );

  it(
    'filters of the last visit are restored, except words and days, and cleared with one press',
    async () => {
      const { publisher, many } = await deliverMany(story, 2);
      const { page, context } = await given.aVisitTo('/');
      await choose(page, '出版社', publisher);
      await listHolds(page, ...many);
      await searchFor(page, many[0]?.書名 ?? '');
      await listHolds(page, ...many.slice(0, 1));

      const next = await context.newPage();
      await next.goto(`${testStack().web}/`);
      await listHolds(next, ...many);
      expect(asked(next)).toEqual({ publisher });
      await next.getByRole('button', { name: '条件をすべて消す' }).click(PATIENCE);
      await books(next).nth(5).waitFor(PATIENCE);

      const last = await context.newPage();
      await last.goto(`${testStack().web}/`);
      await books(last).nth(5).waitFor(PATIENCE);
      expect(asked(last)).toEqual({});
      await context.close();
    },
    LONG,
  );

  it(
    'the list can be ordered by newest announcement',
    async () => {
      const publisher = aName('暁書店');
      const [before, after] = ['暁の前', '暁の後'].map((words) =>
        given.aRowFor(aName(words), { 出版社: publisher }),
      ) as [StoryBook, StoryBook];
      await when.thePartnerDelivers(before);
      await when.thePartnerDelivers(after);
      const { page, context, complaints } = await given.aVisitTo(at({ publisher }));
      await listHolds(page, before, after);
      await page.getByLabel('並べ方').selectOption('案内の新しい順');
      await page.getByText('に届いた案内').first().waitFor(PATIENCE);
      await expect
        .poll(() => books(page).getByRole('heading').allTextContents(), PATIENCE)
        .toEqual([after.書名, before.書名]);
      expect(asked(page)).toEqual({ publisher, order: 'announced' });
      expect(complaints).toEqual([]);
      await context.close();
    },
    LONG,
  );

  it(
    'the list loads to its end, and coming back from a book restores the place',
    async () => {
      const { publisher, many } = await deliverMany(story, 110);
      const { page, context, complaints } = await given.aVisitTo(at({ publisher }));
      await found(page, '30冊以上見つかりました').waitFor(PATIENCE);

      // Scrolling is enough
      await page.mouse.move(640, 600);
      await expect
        .poll(async () => {
          await page.mouse.wheel(0, 1_000);
          return books(page).count();
        }, PATIENCE)
        .toBe(many.length);
      await page.getByText('ここまでです').waitFor(PATIENCE);
      const links = page.locator('.timeline').getByRole('heading', { level: 3 }).getByRole('link');
      const addresses = await links.evaluateAll((all) => all.map((a) => a.getAttribute('href')));
      expect(new Set(addresses).size).toBe(many.length);

      // To a book in the middle, back, and a reload
      const link = links.nth(60);
      await link.evaluate((a) => a.scrollIntoView({ block: 'center' }));
      const place = async (of: Locator) => (await of.boundingBox())?.y ?? Number.NaN;
      await expect
        .poll(() => page.evaluate(() => sessionStorage['shinkan.scroll.default']), PATIENCE)
        .toContain('offset');
      await settled(page);
      const before = await place(link);
      await link.click();
      await page.waitForURL(/\/books\//, PATIENCE);
      await page.goBack();
      await expect.poll(() => books(page).count(), PATIENCE).toBe(many.length);
      await expect
        .poll(async () => Math.abs((await place(link)) - before), PATIENCE)
        .toBeLessThan(4);
      await page.reload();
      await expect.poll(() => books(page).count(), PATIENCE).toBe(many.length);
      await expect
        .poll(async () => Math.abs((await place(link)) - before), PATIENCE)
        .toBeLessThan(4);
      expect(asked(page)).toEqual({ publisher });

      // Opened afresh, the address starts at the top
      await page.goto(page.url());
      await found(page, '30冊以上見つかりました').waitFor(PATIENCE);
      expect(await page.evaluate(() => scrollY)).toBe(0);
      expect(complaints).toEqual([]);
      await context.close();
    },
    LONG,
  );
});

/** Waits until two consecutive frames have the same page height. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      new Promise((resolve) => {
        const height = document.documentElement.scrollHeight;
        const again = () => resolve(height === document.documentElement.scrollHeight);
        requestAnimationFrame(() => requestAnimationFrame(again));
      }),
    undefined,
    PATIENCE,
  );
}
