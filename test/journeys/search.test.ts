import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { testStack } from '../../tools/testing/testStack.ts';
import {
  aName,
  asked,
  asksForBooks,
  books,
  LONG,
  listHolds,
  loseTheApi,
  PATIENCE,
  phone,
  searchField,
  searchFor,
} from '../support/browsing.ts';
import { expectAccessible, findingsOn } from '../support/findingsOn.ts';
import { tellStories } from '../support/story.ts';

const { given, when } = tellStories();

const suggestions = (page: Page) => page.getByRole('listbox', { name: '候補' });
const marksOn = (page: Page) => books(page).locator('mark').allTextContents();

/** The texts sent to the API while the reader types. */
function textsAskedOn(page: Page): string[] {
  const texts: string[] = [];
  page.on('request', (request) => {
    const asks = request.postData()?.includes('"operationName":"Suggest"');
    if (asks) texts.push(request.postDataJSON().variables.text);
  });
  return texts;
}

/** The option that the field marks as active. */
async function activeOn(page: Page): Promise<string> {
  const id = await searchField(page).getAttribute('aria-activedescendant');
  return id === null ? '' : ((await page.locator(`[id="${id}"]`).textContent()) ?? '');
}

describe('Searching', () => {
  it(
    'a kana conversion in progress is not interrupted, and suggestions follow it',
    async () => {
      const word = aName('灯');
      const book = given.aRowFor(`雪国の${word}`);
      await when.thePartnerDelivers(book);
      const { page, context, complaints } = await given.aVisitTo('/no/such/page');
      await page.clock.install();
      await page.goto(`${testStack().web}/calendar`);
      await page.getByRole('heading', { level: 1 }).waitFor(PATIENCE);
      const texts = textsAskedOn(page);
      const lists: string[] = [];
      page.on('request', (request) => {
        if (asksForBooks(request)) lists.push(request.postDataJSON().variables.filter.text);
      });
      const field = searchField(page);
      await field.focus();
      await page.locator('.suggestions').waitFor({ ...PATIENCE, state: 'attached' });
      // From here on the test controls the clock.
      await page.clock.pauseAt(await page.evaluate(() => Date.now() + 5_000));
      const keyboard = await context.newCDPSession(page);
      const compose = (text: string) =>
        keyboard.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });

      // Letters, then before any request a conversion that takes its time
      await page.keyboard.type(word);
      for (const reading of ['ゆ', 'ゆき', '雪']) {
        await compose(reading);
        await page.clock.runFor(2_000);
      }
      expect(texts).toEqual([]);
      await keyboard.send('Input.insertText', { text: '雪' });
      await page.clock.runFor(2_000);
      await expect.poll(() => texts, PATIENCE).toEqual([`${word}雪`]);

      // The last text typed is requested and found
      await field.fill(word);
      await page.clock.runFor(500);
      const option = suggestions(page).getByRole('option', { name: book.書名 ?? '' });
      await option.waitFor(PATIENCE);
      expect(await option.locator('mark').allTextContents()).toEqual([word]);
      expect(texts).toEqual([`${word}雪`, word]);

      // Enter opens the list
      await field.press('Enter');
      await page.clock.runFor(500);
      await listHolds(page, book);
      expect(lists).toEqual([word]);
      expect(await marksOn(page)).toEqual([word]);
      expect(complaints).toEqual([]);
      await context.close();
    },
    LONG,
  );

  it(
    'the suggestions of books, authors and series can be used by keyboard alone',
    async () => {
      const word = aName('澪');
      const person = `${word}一郎`;
      const volume = (number: string) =>
        given.aRowFor(`${word}の航路`, { 巻次: number, 著者: `${person}|著|ミオイチロウ` });
      await when.thePartnerDelivers(volume('1'), volume('2'));
      const { page, context, complaints } = await given.aVisitTo('/calendar');
      const field = searchField(page);
      await field.focus(PATIENCE);
      await page.keyboard.type(word);
      for (const name of ['本', '著者', 'シリーズ']) {
        await suggestions(page).getByRole('group', { name }).waitFor(PATIENCE);
      }
      await page.getByRole('status').filter({ hasText: '候補 4件' }).waitFor(PATIENCE);
      expect(await field.getAttribute('aria-expanded')).toBe('true');
      expect(await findingsOn(page)).toEqual([]);

      // Down to the first, up past it to the field, to the last; Home and End within the list
      await page.keyboard.press('ArrowDown');
      expect(await activeOn(page)).toContain(`${word}の航路`);
      await page.keyboard.press('ArrowUp');
      expect(await activeOn(page)).toBe('');
      await page.keyboard.press('ArrowUp');
      expect(await activeOn(page)).toContain('これから出る本 2冊');
      await page.keyboard.press('Home');
      expect(await activeOn(page)).toContain(`${word}の航路`);
      await page.keyboard.press('End');
      expect(await activeOn(page)).toContain(`${word}の航路`);

      // Escape closes, then clears
      await page.keyboard.press('Escape');
      await suggestions(page).waitFor({ ...PATIENCE, state: 'hidden' });
      expect(await field.inputValue()).toBe(word);
      await page.keyboard.press('Escape');
      expect(await field.inputValue()).toBe('');

      // To the author
      await page.keyboard.type(word);
      await suggestions(page).getByRole('option', { name: person }).first().waitFor(PATIENCE);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      expect(await activeOn(page)).toContain(`${person} ミオイチロウ`);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: person }).waitFor(PATIENCE);
      expect(new URL(page.url()).pathname).toMatch(/^\/contributors\/c-/);
      expect(await field.inputValue()).toBe('');
      expect(complaints).toEqual([]);
      await context.close();
    },
    LONG,
  );

  it(
    'a result shows where it matched, even if only in the reading',
    async () => {
      const kana = `ミオツクシ${'アイウエオカキクケコ'[Date.now() % 10]}`;
      const word = aName('標');
      const book = given.aRowFor(`澪標 ${word}`, { 書名カナ: `${kana} ${word}` });
      await when.thePartnerDelivers(book);
      const { page, context } = await given.aVisitTo('/');
      await books(page).first().waitFor(PATIENCE);
      await searchFor(page, `${kana.normalize('NFKC').slice(0, 5)} ${word}`);
      await listHolds(page, book);
      await books(page).getByText('よみ').waitFor(PATIENCE);
      await expect.poll(() => marksOn(page), PATIENCE).toContain(kana.slice(0, 5));

      // In hiragana, within a list that is already filtered
      await page.goto(`${testStack().web}/?publisher=${encodeURIComponent(book.出版社 ?? '')}`);
      await books(page).first().waitFor(PATIENCE);
      await searchFor(page, `みおつくし ${word}`);
      await listHolds(page, book);
      expect(asked(page)).toEqual({ publisher: book.出版社, text: `みおつくし ${word}` });
      await expect.poll(() => marksOn(page), PATIENCE).toContain(kana.slice(0, 5));

      // Text that came from the address opens suggestions by the arrow key
      await page.reload();
      await books(page).first().waitFor(PATIENCE);
      const field = searchField(page);
      await field.focus(PATIENCE);
      await page.locator('.suggestions').waitFor({ ...PATIENCE, state: 'attached' });
      await page.keyboard.press('ArrowDown');
      await suggestions(page)
        .getByRole('option', { name: book.書名 ?? '' })
        .waitFor(PATIENCE);
      await context.close();
    },
    LONG,
  );

  it(
    'the field says when nothing can be suggested, and still searches',
    async () => {
      const book = given.aRowFor(aName('霧笛'));
      await when.thePartnerDelivers(book);
      const { page, context } = await given.aVisitTo('/calendar');
      const field = searchField(page);
      await field.focus(PATIENCE);
      await page.locator('.suggestions').waitFor({ ...PATIENCE, state: 'attached' });
      const mend = await loseTheApi(page);
      await field.fill(book.書名 ?? '');
      await page.getByText('候補を読み込めませんでした').first().waitFor(PATIENCE);
      await mend();
      await field.press('Enter');
      await listHolds(page, book);
      await context.close();
    },
    LONG,
  );

  it(
    'the suggestions are accessible on a phone, in both languages and themes',
    async () => {
      const word = aName('灘');
      await when.thePartnerDelivers(given.aRowFor(`${word}の暦 ${'とても長い書名'.repeat(9)}`));
      const { page, context } = await given.aVisitTo('/');
      await page.setViewportSize(phone);
      await expectAccessible(page, '/calendar', async () => {
        await page.getByRole('search').getByRole('combobox').fill(word, PATIENCE);
        await page.getByRole('option', { name: word }).waitFor(PATIENCE);
      });
      await context.close();
    },
    LONG,
  );
});
