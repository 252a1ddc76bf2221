import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../../../domain/language/language.ts';
import { putHead } from '../../../../services/pages/putHead.ts';
import type { PageBook } from '../../../../services/pages/readBook.ts';
import { renderHead } from '../../../../services/pages/renderHead.ts';
import { readPage } from '../../../support/readPage.ts';
import { aPageBook } from './aPageBook.ts';

const SITE = 'https://shinkan.example';
const TEMPLATE = `<!doctype html>
<html lang="ja">
  <head>
    <meta name="description" content="これから出る本" />
    <title>新刊のお知らせ</title>
    <script type="module" src="/assets/app-1234.js"></script>
  </head>
  <body><div id="root"></div></body>
</html>`;

const pageOf = (more: Partial<PageBook> = {}, language: Language = 'ja') =>
  readPage(putHead(TEMPLATE, renderHead({ ...aPageBook, ...more }, language, SITE)));

describe('renderHead', () => {
  it('renderHead contains the parts of a preview: title, date in words, people, price, picture and address', () => {
    const { title, meta } = pageOf();
    expect(title).toBe('雪国の灯 – 新刊のお知らせ');
    const said =
      '2026年12月5日 発売予定。三田村遥。架空書房。1,980円(税込)。発売されたらすぐにお知らせします。';
    expect(meta).toMatchObject({
      description: said,
      'og:title': '雪国の灯',
      'og:description': said,
      'og:url': `${SITE}/books/isbn-9784000000017`,
      'og:image': 'https://covers.example/1.jpg',
      'og:locale': 'ja_JP',
      'og:site_name': '新刊のお知らせ',
      'twitter:card': 'summary',
    });
  });

  it('renderHead contains the page’s address in each language', () => {
    expect(pageOf({}, 'en').links).toEqual([
      ['canonical', '', `${SITE}/en/books/isbn-9784000000017`],
      ['alternate', 'ja', `${SITE}/books/isbn-9784000000017`],
      ['alternate', 'en', `${SITE}/en/books/isbn-9784000000017`],
      ['alternate', 'x-default', `${SITE}/books/isbn-9784000000017`],
    ]);
  });

  it('renderHead is in English on an English page, with the title unchanged', () => {
    expect(pageOf({}, 'en').meta).toMatchObject({
      'og:title': '雪国の灯',
      'og:description':
        'Planned for 5 December 2026. 三田村遥. 架空書房. ¥1,980 with tax. We tell you the moment it is on sale.',
      'og:locale': 'en_US',
    });
  });

  it.each([
    [{ status: 'ON_SALE', onSaleAt: '2026-11-30T15:00:00Z' }, '発売中(2026年12月1日から)。'],
    [{ status: 'CANCELLED' }, '発売中止。'],
    [{ status: 'UNCONFIRMED' }, '発売予定を確認中。'],
    [
      {
        release: { earliest: '2027-03-01', latest: '2027-05-31', precision: 'SEASON', text: '春' },
      },
      '2027年春(3〜5月) 発売予定。',
    ],
    [{ release: { earliest: null, latest: null, precision: 'UNKNOWN', text: '' } }, '発売日未定。'],
  ] as [Partial<PageBook>, string][])('renderHead says the state of a book: %j', (more, said) => {
    expect(pageOf(more).meta['og:description']).toMatch(
      new RegExp(`^${said.replace(/[()]/g, '.')}`),
    );
  });

  it('renderHead excludes only cancelled books from search engines', () => {
    expect(pageOf({ status: 'CANCELLED' }).meta.robots).toBe('noindex');
    expect(pageOf().meta.robots).toBeUndefined();
  });

  it.each([
    'http://covers.example/1.jpg',
    'javascript:alert(1)',
    'data:image/png;base64,AA',
    '//x',
    '"',
  ])('renderHead shows the site’s picture in place of the cover %s', (coverUrl) => {
    const { meta, data } = pageOf({ coverUrl });
    expect(meta['og:image']).toBe(`${SITE}/share.png`);
    expect(meta['twitter:card']).toBe('summary_large_image');
    expect(data).not.toHaveProperty('image');
  });

  it('renderHead counts people beyond three', () => {
    const contributors = [...'一二三四五六七八'].map((name) => ({ name, role: 'AUTHOR' as const }));
    expect(pageOf({ contributors }).meta['og:description']).toContain('一、二、三 ほか5名。');
  });

  it('renderHead shortens a description to what previews show', () => {
    const { meta } = pageOf({ publisher: '長'.repeat(190) });
    expect([...(meta['og:description'] ?? '')]).toHaveLength(200);
    expect(meta['og:description']).toMatch(/…$/);
  });

  it('renderHead keeps a title of 120 characters whole', () => {
    const title = '長い題'.repeat(40);
    expect(pageOf({ title }).meta['og:title']).toBe(title);
  });
});

describe('the data in renderHead', () => {
  it('renderHead describes a book with an offer to pre-order it', () => {
    expect(pageOf().data).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Book',
      '@id': `${SITE}/books/isbn-9784000000017`,
      name: '雪国の灯',
      url: `${SITE}/books/isbn-9784000000017`,
      inLanguage: 'ja',
      isbn: '9784000000017',
      image: 'https://covers.example/1.jpg',
      author: [{ '@type': 'Person', name: '三田村遥' }],
      publisher: { '@type': 'Organization', name: '架空書房' },
      datePublished: '2026-12-05',
      workExample: {
        '@type': 'Book',
        isbn: '9784000000017',
        inLanguage: 'ja',
        datePublished: '2026-12-05',
      },
      offers: {
        '@type': 'Offer',
        price: 1980,
        priceCurrency: 'JPY',
        priceSpecification: {
          '@type': 'UnitPriceSpecification',
          price: 1980,
          priceCurrency: 'JPY',
          valueAddedTaxIncluded: true,
        },
        availability: 'https://schema.org/PreOrder',
        availabilityStarts: '2026-12-05',
        url: `${SITE}/books/isbn-9784000000017`,
      },
    });
  });

  it('renderHead links to the shop if the shop sells the book', () => {
    const productUrl = 'https://shop.example/products/1';
    expect(pageOf({ status: 'ON_SALE', productUrl }).data).toMatchObject({
      offers: { availability: 'https://schema.org/InStock', url: productUrl },
    });
  });

  it('renderHead contains no day if none is known', () => {
    const release = {
      earliest: '2026-12-01',
      latest: '2026-12-10',
      precision: 'THIRD' as const,
      text: '12月上旬',
    };
    expect(JSON.stringify(pageOf({ release }).data)).not.toMatch(
      /datePublished|availabilityStarts/,
    );
  });
});

const HOSTILE = [
  '</script><script>alert(1)</script>',
  '<!--<script>',
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  '&quot;&lt;',
  '$& $` $1 $$',
  '行\u2028と\u2029段',
  'a\u0000b\u0007c',
  '半分\ud83d',
  '</title></head><body>',
];

describe('feed text in renderHead', () => {
  it.each(HOSTILE)('renderHead keeps feed text as text wherever it appears: %j', (text) => {
    expectHarmless(text);
    const { meta, data } = pageOf({ title: text });
    expect(data).toMatchObject({ name: text.toWellFormed() });
    expect(meta['og:title']).toBe(
      text
        .toWellFormed()
        .replace(/[\s\u2028\u2029]+/g, ' ')
        .replace(/\p{Cc}/gu, ''),
    );
  });

  it('renderHead keeps any feed text as text', () => {
    const parts = fc.constantFrom(...HOSTILE, ...'<>"\'&/=$`\\', 'script', 'あ', '😀');
    fc.assert(
      fc.property(
        fc.array(parts).map((all) => all.join('')),
        expectHarmless,
      ),
    );
  });
});

/** The page has the same elements as that of any other book. */
function expectHarmless(text: string): void {
  const hostile = {
    title: `題${text}`,
    volume: text || null,
    publisher: `社${text}`,
    contributors: [{ name: text, role: 'AUTHOR' as const }],
    edition: text || null,
  };
  expect(pageOf(hostile).elements).toEqual(pageOf().elements);
}
