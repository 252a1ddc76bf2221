import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { testStack } from '../../tools/testing/testStack.ts';
import {
  aName,
  at,
  bookOf,
  books,
  deliverMany,
  field,
  found,
  LONG,
  listHolds,
  loseTheApi,
  PATIENCE,
  phone,
  searchFor,
} from '../support/browsing.ts';
import { findingsOn, LOOKS } from '../support/findingsOn.ts';
import { type StoryBook, tellStories } from '../support/story.ts';

const story = tellStories();
const { given, when } = story;

describe('The list in unusual states', () => {
  it(
    'the list keeps what was loaded when the API goes away, and continues when it returns',
    async () => {
      const { publisher, many } = await deliverMany(story, 35);
      const { page, context } = await given.aVisitTo(at({ publisher }));
      await found(page, '30冊以上').waitFor(PATIENCE);
      const mend = await loseTheApi(page);

      // Another page of results
      await page.getByRole('button', { name: 'もっと見る' }).focus();
      await page.getByText('続きを読み込めませんでした').waitFor(PATIENCE);
      expect(await books(page).count()).toBe(30);

      // A different query
      await searchFor(page, many[34]?.書名 ?? '');
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
    'an empty list says which filter to relax, and widens with one press',
    async () => {
      const { publisher, many } = await deliverMany(story, 1);
      const word = aName('どこにもない');
      const { page, context } = await given.aVisitTo(at({ publisher, text: word }));
      await page.getByText('条件に合う本が見つかりませんでした').waitFor(PATIENCE);
      await page.getByRole('button', { name: `さがす言葉「${word}」の条件を外す` }).click();
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
    'the price filter explains input that is not a price',
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
});

describe('Accessibility of the list', () => {
  it(
    'the list is accessible on a phone and on a wide screen, in both languages',
    async () => {
      const { publisher } = await deliverMany(story, 1);
      const { page, context, complaints } = await given.aVisitTo('/');
      for (const { language, colorScheme } of LOOKS) {
        const [narrow, ofPublisher] =
          language === '' ? ['しぼりこむ', '出版社'] : ['Narrow down', 'Publisher'];
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
      expect(complaints).toEqual([]);
      await context.close();
    },
    LONG,
  );
});

describe('Subscribing from the list', () => {
  it(
    'subscribing responds at once, reports a failure, and moves nothing',
    async () => {
      const { publisher, many } = await deliverMany(story, 1);
      const book = many[0] as StoryBook;
      const { page, context } = await given.aMemberAt('taro', at({ publisher }));
      const card = bookOf(page, book);
      const ask = card.getByRole('button', { name: '発売を知らせて' });
      const waiting = card.getByRole('button', { name: 'お知らせします' });
      await ask.waitFor(PATIENCE);
      const [height, size] = [await heightOf(card), await ask.boundingBox()];

      // The response is held back until the test releases it
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
