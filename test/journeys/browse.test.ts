import type { Locator, Page, Request, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findingsOn } from '../support/findingsOn.ts';
import { type StoryBook, tellStories } from '../support/story.ts';
import { testStack } from '../support/testStack.ts';

const { given, when } = tellStories();

/** Room for a slow machine. */
const PATIENCE = { timeout: 45_000 };
const LONG = 240_000;
const phone = { width: 390, height: 844 };

let made = 0;
/** A name that no other test has, nor an earlier run on the same stack. */
const aName = (words: string) => {
  made += 1;
  return `${words}${Date.now().toString(36)}${made}`;
};

const field = (page: Page, name: string) => page.getByRole('combobox', { name });
const books = (page: Page) => page.locator('.timeline').getByRole('article');
const bookOf = (page: Page, book: StoryBook) =>
  page.locator('.timeline').getByRole('article', { name: book.書名 ?? '' });
const found = (page: Page, words: string | RegExp) =>
  page.getByRole('status').filter({ hasText: words });
const asked = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

/** Waits until the list holds exactly these books. */
async function listHolds(page: Page, ...expected: StoryBook[]): Promise<void> {
  const titles = () => books(page).getByRole('heading').allTextContents();
  await expect
    .poll(async () => (await titles()).map((title) => title.trim()).sort(), PATIENCE)
    .toEqual(expected.map((book) => book.書名).sort());
}

/** Types into a field that offers names, and takes the one that is left. */
async function choose(page: Page, name: string, value: string): Promise<void> {
  await field(page, name).fill(value);
  await page.getByRole('option', { name: value }).waitFor(PATIENCE);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

/** Whether this asks for the list. */
const asksForBooks = (request: Request) =>
  request.postData()?.includes('"operationName":"UpcomingBooks"') ?? false;

/** Everything that is asked of the API is lost on the way, until the line is mended. */
async function loseTheApi(page: Page): Promise<() => Promise<void>> {
  const lose = (route: Route) => route.abort();
  await page.route(testStack().graphql, lose);
  return () => page.unroute(testStack().graphql, lose);
}

async function deliverMany(count: number): Promise<{ publisher: string; many: StoryBook[] }> {
  const publisher = aName('汀書房');
  const many = Array.from({ length: count }, (_, n) =>
    given.aRowFor(aName(`汀の書 第${n + 1}巻 `), { 出版社: publisher }),
  );
  await when.thePartnerDelivers(...many);
  return { publisher, many };
}

const at = (search: object, language = '') =>
  `${language}/?${new URLSearchParams(search as Record<string, string>)}`;

describe('A reader who browses', () => {
  it(
    'narrows the list down by what is offered, and goes back step by step',
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

      // A publisher, from those that there are
      await choose(page, '出版社', publisher);
      await listHolds(page, paperback, hardcover, dear);
      await found(page, '3冊見つかりました').waitFor(PATIENCE);
      expect(asked(page)).toEqual({ publisher });

      // A label as well, and a price as it stands on the page
      await choose(page, 'レーベル', label);
      await listHolds(page, paperback, dear);
      await page.getByLabel('価格の上限').fill('１，１００');
      await listHolds(page, paperback);
      expect(asked(page)).toEqual({ publisher, label, priceTo: '1100' });

      // A reload changes nothing, the back button takes one condition after the other
      await page.reload();
      await listHolds(page, paperback);
      expect(await field(page, 'レーベル').inputValue()).toBe(label);
      await page.goBack();
      await listHolds(page, paperback, dear);
      await page.goBack();
      await listHolds(page, paperback, hardcover, dear);
      await page.goForward();
      await listHolds(page, paperback, dear);

      // The same address shows the same in the other language
      await page.goto(`${testStack().web}/en${new URL(page.url()).search}`);
      await found(page, '2 books found').waitFor(PATIENCE);
      await page.getByRole('button', { name: `Remove the condition Imprint: ${label}` }).click();
      await listHolds(page, paperback, hardcover, dear);
      // Whoever uses the keyboard goes on from there
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
    'finds the filter of the last visit again, but for words and days, and is rid of it at a press',
    async () => {
      const { publisher, many } = await deliverMany(2);
      const { page, context } = await given.aVisitTo('/');
      await choose(page, '出版社', publisher);
      await listHolds(page, ...many);
      await page.getByRole('searchbox').fill('第1巻');
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
    'sees what was announced last first, when that is asked for',
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
    'is not interrupted while a kana conversion is under way',
    async () => {
      const word = aName('灯');
      const book = given.aRowFor(`雪国の${word}`);
      await when.thePartnerDelivers(book);
      const { page, context } = await given.aVisitTo('/no/such/page');
      await page.clock.install();
      await page.goto(`${testStack().web}/`);
      await books(page).first().waitFor(PATIENCE);
      // From here on time passes as the test says.
      await page.clock.pauseAt(await page.evaluate(() => Date.now() + 5_000));
      const texts: string[] = [];
      page.on('request', (request) => {
        if (asksForBooks(request)) texts.push(request.postDataJSON().variables.filter.text);
      });
      const input = page.getByRole('searchbox');
      const keyboard = await context.newCDPSession(page);
      const compose = (text: string) =>
        keyboard.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });

      // A letter, and before anybody could ask for it a conversion that takes its time
      await input.focus();
      await page.keyboard.type(word);
      for (const reading of ['ゆ', 'ゆき', '雪']) {
        await compose(reading);
        await page.clock.runFor(2_000);
      }
      await keyboard.send('Input.insertText', { text: '雪' });
      await input.press('Home');
      await page.clock.runFor(2_000);
      await expect.poll(() => texts, PATIENCE).toEqual([`${word}雪`]);

      // Enter asks at once
      await input.fill(word);
      await input.press('Enter');
      await page.clock.runFor(1);
      await listHolds(page, book);
      expect(texts).toEqual([`${word}雪`, word]);
      await context.close();
    },
    LONG,
  );

  it(
    'goes on to the end, and comes back from a book to the same place',
    async () => {
      const { publisher, many } = await deliverMany(110);
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

      // To a book in the middle, and back, and a reload
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

      // Opened anew, the address begins at its top
      await page.goto(page.url());
      await found(page, '30冊以上見つかりました').waitFor(PATIENCE);
      expect(await page.evaluate(() => scrollY)).toBe(0);
      expect(complaints).toEqual([]);
      await context.close();
    },
    LONG,
  );

  it(
    'keeps what was loaded when the API is lost, and goes on when it is back',
    async () => {
      const { publisher, many } = await deliverMany(35);
      const { page, context } = await given.aVisitTo(at({ publisher }));
      await found(page, '30冊以上').waitFor(PATIENCE);
      const mend = await loseTheApi(page);

      // A further page
      await page.getByRole('button', { name: 'もっと見る' }).focus();
      await page.getByText('続きを読み込めませんでした').waitFor(PATIENCE);
      expect(await books(page).count()).toBe(30);

      // Another question
      await page.getByRole('searchbox').fill('第35巻');
      const note = page
        .getByRole('status')
        .filter({ hasText: 'いまの条件では読み込めませんでした' });
      await note.waitFor(PATIENCE);
      expect(await books(page).count()).toBe(30);
      expect(await findingsOn(page)).toEqual([]);

      await mend();
      await note.getByRole('button', { name: 'もう一度読み込む' }).click();
      await listHolds(page, ...many.slice(34));
      await page.getByRole('button', { name: '条件をすべて消す' }).waitFor();
      await context.close();
    },
    LONG,
  );

  it(
    'is told what would fill an empty list, and widens it at a press',
    async () => {
      const { publisher, many } = await deliverMany(1);
      const word = aName('どこにもない');
      const { page, context } = await given.aVisitTo(at({ publisher, text: word }));
      await page.getByText('条件に合う本が見つかりませんでした').waitFor(PATIENCE);
      await page.getByRole('button', { name: `書名・著者でさがす「${word}」の条件を外す` }).click();
      await listHolds(page, ...many);
      for (const [search, words] of [
        [{ text: word }, `「${word}」に合う本は見つかりませんでした`],
        [{ publisher: word }, `${word}の新刊の案内は、いまのところありません`],
        [{ form: word }, `判型が「${word}」の本は、いまのところありません`],
        [{ priceFrom: '9999999' }, '9,999,999円からの本は見つかりませんでした'],
      ] as const) {
        await page.goto(`${testStack().web}${at(search)}`);
        await page.getByRole('heading', { name: words }).waitFor(PATIENCE);
        await page.getByRole('button', { name: 'この条件を外す' }).click();
        await books(page).first().waitFor(PATIENCE);
      }
      await page.goto(`${testStack().web}${at({ priceTo: '1' }, '/en')}`);
      const words = 'No book was found at this price: up to ¥1';
      await page.getByRole('heading', { name: words }).waitFor(PATIENCE);
      await context.close();
    },
    LONG,
  );

  it(
    'is told that what they wrote is no price',
    async () => {
      const { page, context, complaints } = await given.aVisitTo('/');
      const least = page.getByRole('textbox', { name: '価格の下限(税込・円)' });
      await least.fill('abc', PATIENCE);
      await least.press('Tab');
      await page.getByText('7けたまでの数字で入れてください').waitFor(PATIENCE);
      expect(await least.getAttribute('aria-invalid')).toBe('true');
      expect(await findingsOn(page)).toEqual([]);
      await least.fill('１，５００円');
      await page
        .getByText('7けたまでの数字で入れてください')
        .waitFor({ ...PATIENCE, state: 'detached' });
      expect(await least.getAttribute('aria-invalid')).toBe('false');
      await page.getByRole('button', { name: /1,500円から/ }).waitFor(PATIENCE);
      expect(complaints).toEqual([]);
      await context.close();
    },
    LONG,
  );

  it(
    'has everything within reach, on a phone and on a wide screen, in both languages',
    async () => {
      const { publisher } = await deliverMany(1);
      const { page, context, complaints } = await given.aVisitTo('/');
      for (const [language, narrow, ofPublisher] of [
        ['', 'しぼりこむ', '出版社'],
        ['/en', 'Narrow down', 'Publisher'],
      ] as const) {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize(phone);
          await page.goto(`${testStack().web}${at({ publisher, priceFrom: '1' }, language)}`);
          await books(page).first().waitFor(PATIENCE);
          const fold = page.getByRole('button', { name: narrow });
          expect(await field(page, ofPublisher).isVisible()).toBe(false);
          await fold.press('Enter');
          await field(page, ofPublisher).press('ArrowDown');
          await field(page, ofPublisher).fill(publisher.slice(0, 2));
          await page.getByRole('listbox').getByRole('option').first().waitFor(PATIENCE);
          expect(await findingsOn(page), `${language} ${colorScheme}`).toEqual([]);
          await page.keyboard.press('Escape');
          expect(await field(page, ofPublisher).inputValue()).toBe(publisher);
          await page.setViewportSize({ width: 1280, height: 900 });
          await fold.waitFor({ ...PATIENCE, state: 'hidden' });
          expect(await field(page, ofPublisher).isVisible()).toBe(true);
          expect(await findingsOn(page), `${language} ${colorScheme} wide`).toEqual([]);
        }
      }
      expect(complaints).toEqual([]);
      await context.close();
    },
    LONG,
  );
});

describe('A member who browses', () => {
  it(
    'asks to be told at once, is told when that failed, and nothing moves',
    async () => {
      const { publisher, many } = await deliverMany(1);
      const book = many[0] as StoryBook;
      const { page, context } = await given.aMemberAt('taro', at({ publisher }));
      const card = bookOf(page, book);
      const ask = card.getByRole('button', { name: '発売を知らせて' });
      const waiting = card.getByRole('button', { name: 'お知らせします' });
      await ask.waitFor(PATIENCE);
      const [height, size] = [await heightOf(card), await ask.boundingBox()];

      // The answer does not come for as long as we like
      let refuse = () => {};
      await page.route(testStack().graphql, async (route) => {
        if (!route.request().postData()?.includes('SubscribeToBook')) return route.continue();
        await new Promise<void>((resolve) => {
          refuse = resolve;
        });
        return route.abort();
      });
      await ask.click();
      await waiting.waitFor(PATIENCE);
      expect(await waiting.boundingBox()).toEqual(size);
      await expect
        .poll(() => {
          refuse();
          return page.getByText('お知らせの登録を変更できませんでした').isVisible();
        }, PATIENCE)
        .toBe(true);
      await ask.waitFor(PATIENCE);
      expect(await ask.boundingBox()).toEqual(size);

      await page.unroute(testStack().graphql);
      await ask.click();
      await waiting.waitFor(PATIENCE);
      await when.theShopSells(book.ISBN);
      const buy = card.getByRole('link', { name: '発売中・購入する' });
      await buy.waitFor({ timeout: 90_000 });
      expect(await buy.boundingBox()).toEqual(size);
      expect(await heightOf(card)).toBeGreaterThanOrEqual(height);
      await context.close();
    },
    LONG,
  );
});

const heightOf = async (of: Locator) => (await of.boundingBox())?.height ?? 0;

/** Waits until two frames in a row draw the page at the same height. */
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
