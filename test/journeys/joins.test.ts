import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { testStack } from '../../tools/testing/testStack.ts';
import { aName, LONG, PATIENCE, phone } from '../support/browsing.ts';
import { expectAccessible } from '../support/findingsOn.ts';
import { tellStories } from '../support/story.ts';

const { given, when } = tellStories();

/** Searches for a name and picks it by keyboard. */
async function pick(form: Locator, label: string, name: string): Promise<void> {
  await form.getByLabel(label).fill(name);
  await form.getByRole('button', { name: `${name} これから出る本 1冊` }).press('Enter', PATIENCE);
  await form.getByText(name).waitFor(PATIENCE);
}

const cards = (page: Page) => page.getByRole('main').getByRole('article');

describe('An author under two names', () => {
  it(
    'an operator joins two names of one author and separates them again',
    async () => {
      const [penName, name] = [aName('筆名'), aName('本名')];
      const books = [penName, name].map((author) =>
        given.aRowFor(aName('ふたつの名'), { 著者: `${author}|著|` }),
      );
      await when.thePartnerDelivers(...books);
      const { page, context, complaints } = await given.aMemberAt('tencho', '/operator/joins');
      await page.getByRole('heading', { level: 1, name: '著者・シリーズの整理' }).waitFor(PATIENCE);
      const form = page.getByRole('region', { name: 'ひとつにまとめる' });
      await pick(form, 'まとめる名前', penName);
      await pick(form, 'まとめ先', name);
      await form.getByRole('button', { name: 'ひとつにまとめる' }).press('Enter');
      await form
        .getByText(`「${penName}」の本は、これから「${name}」の本として並びます。`)
        .waitFor();
      await when.theyChange(page, 'Join', () =>
        form.getByRole('button', { name: 'まとめる', exact: true }).press('Enter'),
      );
      await form.getByText('ひとつにまとめました').waitFor(PATIENCE);
      const row = page.getByRole('row').filter({ hasText: penName });
      await row.getByRole('link', { name }).waitFor(PATIENCE);

      // The author's page lists both books and the other name
      const other = await context.newPage();
      await other.goto(`${testStack().web}/books/isbn-${books[0]?.ISBN}`);
      await other.getByRole('main').getByRole('link', { name: penName }).click(PATIENCE);
      await other.getByRole('heading', { level: 1, name }).waitFor(PATIENCE);
      await other.getByText(`別の名前 ${penName}`).waitFor(PATIENCE);
      await expect.poll(() => cards(other).count(), PATIENCE).toBe(2);

      await row.getByRole('button', { name: '元に分ける' }).press('Enter');
      await when.theyChange(page, 'Separate', () =>
        row.getByRole('button', { name: '分ける', exact: true }).press('Enter'),
      );
      await row.getByText('分けました').waitFor(PATIENCE);
      await other.reload();
      await expect.poll(() => cards(other).count(), PATIENCE).toBe(1);

      await page.setViewportSize(phone);
      await expectAccessible(page, '/operator/joins', () =>
        page.getByRole('row').nth(1).waitFor(PATIENCE),
      );
      expect(complaints).toEqual([]);
      await context.close();
    },
    LONG,
  );
});
