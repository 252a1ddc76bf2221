import { describe, expect, it } from 'vitest';
import type { Database, Row } from '../../../../db/database.ts';
import { type PagesPorts, route } from '../../../../services/pages/route.ts';

const SECRET = 'the distribution says so';
const BOOK = {
  id: 'isbn-9784000000017',
  isbn: '9784000000017',
  title: '雪国の灯',
  volume: null,
  edition: null,
  contributors: '[{"name":"三田村遥","role":"AUTHOR","roleText":"著"}]',
  publisher: '架空書房',
  series: '[]',
  price: 1000,
  price_with_tax: null,
  tax_rate: 10,
  cover_url: null,
  product_url: null,
  status: 'UPCOMING',
  on_sale_at: null,
  release_earliest: '2026-12-05',
  release_latest: '2026-12-05',
  release_precision: 'DAY',
  release_text: '12/5',
};

const page = (language: string) =>
  `<!doctype html><html lang="${language}"><head><title>${language}</title></head></html>`;

/** Requests a path while the database has these books, or answers like this. */
function ask(path: string, answer: () => Promise<Row[]> = async () => [BOOK], more = {}) {
  const asked: string[] = [];
  const query = (_: string, { id }: { id: string }) => {
    asked.push(id);
    return answer();
  };
  const ports: PagesPorts = {
    config: { originSecret: SECRET, siteUrl: 'https://shinkan.example' },
    // Nothing else of it is used.
    database: { query } as unknown as Database,
    pages: { ja: page('ja'), en: page('en') },
    pause: () => new Promise(() => {}),
    ...more,
  };
  const request = { method: 'GET', path, headers: { 'x-origin-verify': SECRET } };
  return { asked, answer: route({ ...request, ...more }, ports) };
}

describe('the page of a book', () => {
  it('the page of a book has the book in its head, in the language of its address', async () => {
    const japanese = await ask('/books/isbn-9784000000017').answer;
    expect(japanese).toMatchObject({ statusCode: 200, headers: { 'content-language': 'ja' } });
    expect(japanese.body).toContain('content="雪国の灯"');
    expect(japanese.body).toContain('1,100円(税込)');
    const english = await ask('/en/books/isbn-9784000000017').answer;
    expect(english.body).toContain('<html lang="en">');
    expect(english.body).toContain('Planned for 5 December 2026');
  });

  it('the page of a book is cached for a minute, and an older one is served while a new one is fetched', async () => {
    const { headers } = await ask('/books/isbn-9784000000017').answer;
    expect(headers['cache-control']).toBe(
      'public, max-age=60, stale-while-revalidate=600, stale-if-error=86400',
    );
    expect(headers.etag).toMatch(/^"[\w-]{27}"$/);
  });

  it('the page of an unknown book returns 404 to machines, and the app to people', async () => {
    const { statusCode, body, headers } = await ask('/books/nope', async () => []).answer;
    expect(statusCode).toBe(404);
    expect(body).toContain('<title>ja</title>');
    expect(body).toContain('<meta name="robots" content="noindex"');
    expect(headers['cache-control']).toBe('public, max-age=10');
  });

  it.each([
    '/books/',
    '/books/a/b',
    '/books/雪',
    '/books/%e9%9b%aa',
    '/books/%ff',
    `/books/${'x'.repeat(121)}`,
  ])('the page does not query the database for %s', async (path) => {
    const { asked, answer } = ask(path);
    expect((await answer).statusCode).toBe(404);
    expect(asked).toEqual([]);
  });

  it.each([
    ['cannot be asked', () => Promise.reject(new Error('no connection'))],
    ['answers something else', async () => [{ ...BOOK, contributors: 'no JSON' }]],
  ])(
    'the page is served without its head, as an error that replaces no page, if the database %s',
    async (_, answer) => {
      const plain = await ask('/en/books/isbn-9784000000017', answer).answer;
      expect(plain).toMatchObject({ statusCode: 503, body: page('en') });
      expect(plain.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(plain.headers['cache-control']).toBe('public, max-age=5');
    },
  );

  it('the page is served without its head if the database takes too long', async () => {
    const never = () => new Promise<Row[]>(() => {});
    const { answer } = ask('/books/isbn-9784000000017', never, { pause: async () => {} });
    expect(await answer).toMatchObject({ statusCode: 503, body: page('ja') });
  });

  it('the page refuses requests that bypass the site, and other methods', async () => {
    const path = '/books/isbn-9784000000017';
    expect((await ask(path, undefined, { headers: {} }).answer).statusCode).toBe(403);
    expect((await ask(path, undefined, { method: 'POST' }).answer).statusCode).toBe(405);
  });
});
