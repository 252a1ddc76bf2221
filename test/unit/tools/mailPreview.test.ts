import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../domain/language/language.ts';
import { MAIL_KINDS } from '../../../services/mail/news/mailKinds.ts';
import { whichMove } from '../../../services/mail/news/move.ts';
import { PREVIEWS } from '../../../tools/mailPreview/previews.ts';
import { writePreviews } from '../../../tools/mailPreview/writePreviews.ts';

const folder = mkdtempSync(join(tmpdir(), 'shinkan-preview-'));
beforeAll(() => writePreviews(folder, new Date('2026-11-26T00:00:00Z')));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (file: string) => readFileSync(join(folder, file), 'utf8');

describe('the previews of mails', () => {
  it.each(LANGUAGES)(
    'the previews show every kind of news and of move, with and without a cover, in %s',
    (language) => {
      const news = PREVIEWS.filter((one) => one.language === language).flatMap((one) => one.news);
      expect(new Set(news.map(({ kind }) => kind))).toEqual(new Set(MAIL_KINDS));
      expect(new Set(news.flatMap(({ change }) => (change ? [whichMove(change)] : []))).size).toBe(
        6,
      );
      expect(new Set(news.map(({ book }) => book.coverUrl === null)).size).toBe(2);
    },
  );

  it('the previews exist as message, page and text, and the index links to each', () => {
    const links = [...read('index.html').matchAll(/href="([^"]*)"/g)].map(([, file]) => file);
    const files = readdirSync(folder).filter((file) => !/^(index\.html|cover\.svg)$/.test(file));
    expect(links.toSorted()).toEqual(files.toSorted());
    expect(files).toHaveLength(PREVIEWS.length * 3);
  });

  it('the previews are what members get', () => {
    expect(read('ja-on-sale.eml')).toContain('List-Unsubscribe: <https://');
    expect(read('ja-on-sale.txt')).toContain('灯台守の算術');
    expect(read('ja-on-sale.html')).toContain('src="cover.svg"');
    expect(read('ja-hostile-title.html')).not.toMatch(/<script|javascript:/);
  });
});
