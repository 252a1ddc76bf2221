import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openStackDatabase } from '../../tools/stack/stack.ts';
import { testStack } from '../../tools/testing/testStack.ts';
import { findingsOn, LOOKS } from '../support/findingsOn.ts';
import { linkTo } from '../support/links.ts';
import { tellStories } from '../support/story.ts';

const { given, when } = tellStories();
const phone = { width: 390, height: 844 };
const aTitle = (words: string) => `${words} ${Date.now().toString(36)}`;

/** The ids of members of the sample shop who are subscribed to the book. */
async function subscriptionsOf(bookId: string): Promise<string[]> {
  const rows = await openStackDatabase(testStack()).query(
    'select member_id from subscription where book_id = :bookId',
    { bookId },
  );
  return rows.map((row) => String(row.member_id));
}

/** Presses Tab until the button has focus, then Enter. */
async function pressByKeyboard(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name });
  for (let tabs = 0; tabs < 60; tabs += 1) {
    await page.keyboard.press('Tab');
    if (await button.evaluate((element) => element === document.activeElement)) {
      await page.keyboard.press('Enter');
      return;
    }
  }
  throw new Error(`Tab does not lead to the button ${name}`);
}

describe('Unsubscribing', () => {
  it("a mail's link stops one book without sign-in, script or mouse, and can be undone", async () => {
    const book = given.aRowFor(aTitle('やめたくなる本'));
    await when.thePartnerDelivers(book);
    const bookId = `isbn-${book.ISBN}`;
    const asked = await given.aMemberAt('hanako', `/books/${bookId}`);
    await when.theyAskToBeTold(asked.page);
    const [memberId = ''] = await subscriptionsOf(bookId);
    const link = linkTo({ memberId, bookId });

    const browser = asked.context.browser();
    const context = await browser?.newContext({ javaScriptEnabled: false, locale: 'ja-JP' });
    if (!context) throw new Error('The browser is gone');
    const page = await context.newPage();
    await page.goto(link);
    await page.getByText(`『${book.書名 ?? ''}`).waitFor();
    await page.getByRole('button', { name: 'この本のお知らせを止める' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'この本のお知らせを止めました' }).waitFor();
    expect(await subscriptionsOf(bookId)).toEqual([]);
    await page.getByRole('button', { name: /この本のお知らせをまた受け取る/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'この本のお知らせをお送りします' }).waitFor();
    expect(await subscriptionsOf(bookId)).toEqual([memberId]);
    expect(await context.cookies()).toEqual([]);
    await context.close();
    await asked.context.close();
  });

  it('the unsubscribe page is accessible in both languages, light and dark, on a phone', async () => {
    const seen = await given.aVisitTo('/');
    const browser = seen.context.browser();
    for (const { locale, colorScheme } of LOOKS) {
      const context = await browser?.newContext({ locale, colorScheme, viewport: phone });
      if (!context) throw new Error('The browser is gone');
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (told) => {
        if (told.type() === 'error') complaints.push(told.text());
      });
      await page.goto(linkTo({ memberId: '880001', bookId: 'isbn-9784999990009' }));
      expect(await findingsOn(page), `${locale} ${colorScheme}`).toEqual([]);
      await pressByKeyboard(page, /すべてのお知らせを止める|Stop all mails/);
      await page.getByRole('heading', { name: /すべて止めました|are stopped/ }).waitFor();
      expect(await findingsOn(page), `${locale} ${colorScheme}`).toEqual([]);
      // What stops, what continues, and how to undo it.
      await page.getByText(/^(止まるもの|This ends)$/).waitFor();
      await page.getByText(/^(お待ちの本の一覧|The list of books that you wait for)$/).waitFor();
      await page.getByText(/24時間は|For 24 hours/).waitFor();
      await pressByKeyboard(page, /^(取り消して|Undo)/);
      await page
        .getByRole('heading', { name: /お知らせのメールをお送りします|Mails will come/ })
        .waitFor();
      expect(await findingsOn(page), `${locale} ${colorScheme}`).toEqual([]);
      const upcoming = page.getByRole('link', { name: /これから出る本|upcoming books/ });
      expect(await upcoming.getAttribute('href')).toBe(locale === 'ja-JP' ? '/' : '/en/');
      expect(complaints).toEqual([]);
      await page.goto(`${linkTo({ memberId: '880001', bookId: null })}x`);
      await page.getByRole('heading', { name: /使えません|does not work/ }).waitFor();
      expect(await findingsOn(page), `${locale} ${colorScheme}`).toEqual([]);
      await context.close();
    }
    await seen.context.close();
  });

  it('a member stops all mails on the site by keyboard, sees it beside each button, and resumes', async () => {
    const book = given.aRowFor(aTitle('静かな本'));
    await when.thePartnerDelivers(book);
    const { page, context, complaints } = await given.aMemberAt('taro', '/my');
    await page.setViewportSize(phone);
    await page.getByRole('heading', { name: 'メールの設定' }).waitFor();
    await pressByKeyboard(page, 'すべてのメールを止める');
    await page.getByText('お知らせのメールをすべて止めました').waitFor();
    await page.getByLabel('メールの言語').selectOption('English');
    await page.getByText('メールの言語を変更しました').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findingsOn(page), colorScheme).toEqual([]);
    }

    await page.goto(`${testStack().web}/books/isbn-${book.ISBN}`);
    const note = page.getByRole('note');
    await note.getByText('お知らせのメールを、すべて止めています。').waitFor();
    expect(await findingsOn(page)).toEqual([]);
    await note.getByRole('button', { name: 'メールを再開する' }).click();
    await note.waitFor({ state: 'detached' });

    // It is stored: a reload shows the same.
    await page.goto(`${testStack().web}/en/my`);
    await page.getByText('Mails are sent to you.').waitFor();
    expect(await page.getByLabel('Language of mails').inputValue()).toBe('EN');
    await page.getByLabel('Language of mails').selectOption('日本語');
    await page.getByText('The language of mails is changed').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
