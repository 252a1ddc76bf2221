import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openStackDatabase } from '../../tools/stack/stack.ts';
import { testStack } from '../../tools/testing/testStack.ts';
import { expectAccessible, findingsOn } from '../support/findingsOn.ts';
import { tellStories } from '../support/story.ts';

const { given, when } = tellStories();

/** Generous, for slow machines. */
const PATIENCE = { timeout: 60_000 };
const LONG = 240_000;

/** A name that nothing else has. */
const stamp = () => `${Date.now()}`.slice(-9);

const goTo = (page: Page, path: string) => page.goto(`${testStack().web}${path}`);

/**
 * A failed mail to somebody the shop does not know, after attempts of which one had no response.
 */
async function aMailGivenUp(): Promise<string> {
  const id = randomUUID();
  const database = openStackDatabase(testStack());
  // In a statement of its own: inside the insert it would lock the log, to which the workflows
  // write.
  const [{ seq = 0 } = {}] = await database.query<{ seq: number }>(
    'select max(seq) as seq from book_event',
  );
  await database.execute(
    `insert into mail_outbox (member_id, event_seq, shard, state, mail_key, attempt, reason, created_at, settled_at)
     values (:id, :seq, 0, 'FAILED', :id, 5, 'The mail service said no', utc_timestamp(6), utc_timestamp(6))`,
    { id, seq },
  );
  return id;
}

describe('An operator', () => {
  it(
    'an operator sees a held file, previews it, saves its rejected rows and merges it',
    async () => {
      // 1. A file arrives with too many unreadable rows
      const file = `shinkan_20261124_delta_${stamp()}.csv`;
      const book = given.aRowFor(`確認を待つ本 ${stamp()}`);
      await when.thePartnerDeliversDoubtfully(
        file,
        book,
        given.aRowFor('値のない本', { 本体価格: 'abc' }),
        given.aRowFor('計算される本', { 更新区分: '=1+1' }),
      );

      // 2. The first screen says so and links to it
      const { page, context, complaints } = await given.aMemberAt('tencho', '/');
      await page.getByRole('link', { name: '店の管理' }).click(PATIENCE);
      const waiting = page.getByRole('region', { name: '確認が必要なこと' });
      await waiting.getByRole('link', { name: /確認待ちの取り込み/ }).waitFor(PATIENCE);
      await page.getByRole('link', { name: '取り込み', exact: true }).click();
      await page.getByRole('link', { name: '確認待ち', exact: true }).click(PATIENCE);
      await page.getByRole('link', { name: file }).click(PATIENCE);
      await page.getByRole('heading', { level: 1, name: file }).waitFor(PATIENCE);
      expect(new URL(page.url()).pathname).toMatch(/^\/operator\/runs\/./);

      // 3. The preview of the merge, and the rejected rows
      const preview = page.getByRole('region', { name: '取り込むとどうなるか' });
      await preview.getByText('新刊の案内 1件').waitFor(PATIENCE);
      await preview.getByText(book.書名 ?? '').waitFor(PATIENCE);
      const rejects = page.getByRole('region', { name: '読めなかった行 2行' });
      await rejects.getByText('「abc」は円の価格として読めません。').waitFor(PATIENCE);
      await rejects.getByText(/^=1\+1,/).waitFor(PATIENCE);

      // 4. The rejected rows download as a file in which no spreadsheet runs a formula
      const downloaded = page.waitForEvent('download', PATIENCE);
      await rejects.getByRole('button', { name: '読めなかった行をすべて保存(CSV)' }).click();
      const download = await downloaded;
      expect(download.suggestedFilename()).toBe(`rejects_${file}`);
      const csv = readFileSync(await download.path(), 'utf8');
      expect(csv).toMatch(/^\uFEFF"行","レコード","列",/);
      expect(csv).toContain('"本体価格","price-form",');
      expect(csv).toContain('"\'=1+1,');
      expect(csv.trimEnd().split('\r\n')).toHaveLength(3);
      await rejects.getByText('2行を保存しました').waitFor(PATIENCE);

      // 5. A key pressed twice decides nothing; a second deliberate press does
      await page.getByRole('button', { name: '取り込む', exact: true }).press('Enter');
      await page.getByText('取り込むと、元に戻すことはできません。').waitFor(PATIENCE);
      await page.keyboard.press('Enter');
      const confirm = page.getByRole('button', { name: 'この内容で取り込む' });
      expect(await confirm.isVisible()).toBe(true);
      await page.keyboard.press('Escape');
      expect(await page.locator(':focus').textContent()).toBe('取り込む');
      await page.keyboard.press('Enter');
      await confirm.press('Enter');
      await page.getByText('取り込みました。', { exact: true }).waitFor(PATIENCE);
      await page.locator(':focus', { hasText: '取り込みました。' }).waitFor(PATIENCE);
      await page.getByText('取り込み済み', { exact: true }).waitFor(PATIENCE);

      // 6. The book exists, and the list shows the state of the run
      await goTo(page, '/operator/runs?state=MERGED');
      await page
        .getByRole('row', { name: new RegExp(file) })
        .getByText('取り込み済み')
        .waitFor(PATIENCE);
      await goTo(page, `/books/isbn-${book.ISBN}`);
      await page.getByRole('heading', { level: 1, name: book.書名 ?? '' }).waitFor(PATIENCE);
      expect(complaints).toEqual([]);
      await context.close();
    },
    LONG,
  );

  it(
    'an operator retries a failed mail after accepting that it may arrive twice',
    async () => {
      const id = await aMailGivenUp();
      const { page, context, complaints } = await given.aMemberAt(
        'tencho',
        '/operator/mails?state=FAILED',
      );
      await page.getByRole('link', { name: id.slice(0, 8) }).click(PATIENCE);
      await page.getByText('The mail service said no').first().waitFor(PATIENCE);
      await page.getByRole('button', { name: '送り直す' }).click();
      const confirm = page.getByRole('button', { name: 'このメールを送り直す' });
      expect(await confirm.getAttribute('aria-disabled')).toBe('true');
      await page.getByRole('checkbox', { name: /二度届くかもしれない/ }).check();
      await confirm.click();
      await page.locator(':focus', { hasText: '送り直すことにしました。' }).waitFor(PATIENCE);
      expect(complaints).toEqual([]);
      await context.close();
    },
    LONG,
  );

  it(
    "the operator's tabs never show each other's rows",
    async () => {
      const id = await aMailGivenUp();
      const { page, context } = await given.aMemberAt('tencho', '/operator/mails?state=FAILED');
      const mail = page.getByRole('link', { name: id.slice(0, 8) });
      await mail.waitFor(PATIENCE);
      await page.route(`${testStack().graphql}**`, (route) => route.abort());
      await page.getByRole('link', { name: /^送らず/ }).click();
      await page.getByRole('heading', { name: '読み込めませんでした' }).waitFor(PATIENCE);
      expect(await mail.count()).toBe(0);
      // What was loaded before is still there
      await page.getByRole('link', { name: /^送れず/ }).click();
      await mail.waitFor(PATIENCE);
      await context.close();
    },
    LONG,
  );

  it(
    'an operator pages through many rejected rows without losing the place',
    async () => {
      const file = `shinkan_20261124_delta_${stamp()}.csv`;
      const bad = Array.from({ length: 25 }, (_, at) =>
        given.aRowFor(`読めない本 ${at}`, { 本体価格: 'abc' }),
      );
      await when.thePartnerDeliversDoubtfully(file, given.aRowFor('読める本'), ...bad);
      const { page, context } = await given.aMemberAt('tencho', '/operator/runs?state=HELD');
      await page.getByRole('link', { name: file }).click(PATIENCE);
      const rejects = page.getByRole('region', { name: '読めなかった行 25行' });
      await rejects.getByRole('link', { name: '次の20件' }).press('Enter', PATIENCE);
      await rejects.getByRole('link', { name: '最初にもどる' }).waitFor(PATIENCE);
      expect(new URL(page.url()).hash).toBe('#rejects');
      const isInSight = () =>
        page.waitForFunction(
          () =>
            Math.abs(document.querySelector('#rejects')?.getBoundingClientRect().top ?? 999) < 2,
          undefined,
          PATIENCE,
        );
      expect(await page.locator(':focus').getAttribute('id')).toBe('rejects');

      // The same path leads there again
      const way = page.getByRole('region', { name: '行のゆくえ' }).getByRole('link').last();
      for (const time of ['first', 'second']) {
        await page.evaluate(() => scrollTo(0, 0));
        await way.press('Enter', PATIENCE);
        await isInSight().catch((error: unknown) => {
          throw new Error(`the ${time} time`, { cause: error });
        });
      }
      await context.close();
    },
    LONG,
  );

  it(
    'an operator sees how the workflows went, and from there what became of a file',
    async () => {
      const book = given.aRowFor(`記録に残る本 ${stamp()}`);
      await when.thePartnerDelivers(book);
      const { page, context, complaints } = await given.aMemberAt('tencho', '/operator/executions');
      const newest = page.getByRole('table').getByRole('row').nth(1);
      await newest.getByText('正常に終了').waitFor(PATIENCE);
      await newest.getByRole('link').click();
      await page.getByRole('region', { name: '行のゆくえ' }).waitFor(PATIENCE);
      await goTo(page, '/operator/executions?workflow=RELEASE');
      await page.getByRole('table').getByText('正常に終了').first().waitFor(PATIENCE);
      expect(complaints).toEqual([]);
      await context.close();
    },
    LONG,
  );

  it(
    'every operator page is accessible in both languages and themes, on a phone',
    async () => {
      const file = `shinkan_20261124_delta_${stamp()}.csv`;
      const rows = [given.aRowFor('読める本'), given.aRowFor('読めない本', { 本体価格: 'abc' })];
      await when.thePartnerDeliversDoubtfully(file, ...rows);
      const mail = await aMailGivenUp();
      const { page, context, complaints } = await given.aMemberAt('tencho', '/operator/runs');
      await page.setViewportSize({ width: 390, height: 844 });
      const link = page.getByRole('link', { name: file });
      const run = (await link.getAttribute('href', PATIENCE)) ?? '';
      const pages: [path: string, content: string][] = [
        ['/operator', 'figure canvas'],
        ['/operator/runs', 'table'],
        [run, '.rejects, .deliberate'],
        ['/operator/mails?state=FAILED', 'table'],
        [`/operator/mails/${mail}`, '.notes'],
        ['/operator/executions', 'table'],
      ];
      for (const [path, content] of pages) {
        await expectAccessible(page, path, () => page.locator(content).first().waitFor(PATIENCE));
      }
      expect(complaints).toEqual([]);
      await context.close();
    },
    LONG,
  );
});

describe('Somebody who is not an operator', () => {
  it(
    'a member is turned away from the operator pages and sees no link to them',
    async () => {
      const { page, context, complaints } = await given.aMemberAt('hanako', '/operator/runs');
      await page
        .getByRole('heading', { level: 1, name: '店の担当者のページです' })
        .waitFor(PATIENCE);
      expect(await page.getByRole('link', { name: '店の管理' }).count()).toBe(0);
      expect(await page.getByRole('table').count()).toBe(0);
      expect(await findingsOn(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    },
    LONG,
  );

  it(
    'a signed-out visitor is asked to sign in and then returns to the operator page',
    async () => {
      const { page, context } = await given.aVisitTo('/operator/mails');
      await page.getByText('店の担当者としてログインすると').waitFor(PATIENCE);
      const way = page.getByRole('main').getByRole('link', { name: 'ログイン' });
      expect(await way.getAttribute('href')).toContain(encodeURIComponent('/operator/mails'));
      await way.press('Enter');
      await page.getByRole('dialog', { name: 'ログイン' }).waitFor(PATIENCE);
      expect(new URL(page.url()).pathname).toBe('/operator/mails');
      await context.close();
    },
    LONG,
  );
});
