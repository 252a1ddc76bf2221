import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { composeMail, type MailToCompose } from '../../../mail/compose/composeMail.ts';
import { mailLinks } from '../../../mail/links/mailLinks.ts';
import type { MailedBook } from '../../../mail/readBooks.ts';

const letterhead = {
  from: 'shinkan@shop.example',
  shopName: 'はなみずき書店',
  siteUrl: 'https://shinkan.example',
  postalAddress: '東京都千代田区神田神保町0-0-0',
  contact: '03-0000-0000',
};

function aBook(more: Partial<MailedBook> = {}): MailedBook {
  return {
    id: 'isbn-9784999999002',
    title: '灯台守の算術',
    subtitle: '海辺の十二か月',
    volume: null,
    contributors: [
      { name: '汐見透子', roleText: '著' },
      { name: '北原新', roleText: null },
    ],
    publisher: '架空書房',
    priceWithTax: 1980,
    coverUrl: 'https://covers.example/a.jpg',
    productUrl: 'https://shop.example/products/9784999999002',
    ...more,
  };
}

function aMailAbout(books: MailedBook[], more: Partial<MailToCompose> = {}): Promise<Uint8Array> {
  return composeMail({
    letterhead,
    mailKey: 'a-key',
    to: 'hanako@reader.example',
    displayName: '花子',
    language: 'ja',
    links: mailLinks(['secret'], letterhead.siteUrl, 'member'),
    news: books.map((book) => ({ kind: 'ON_SALE', book, change: null })),
    date: new Date('2026-03-14T00:00:00Z'),
    ...more,
  });
}

const read = (raw: Uint8Array) => PostalMime.parse(raw);

function headerLines(raw: Uint8Array): string[] {
  return new TextDecoder().decode(raw).split('\r\n\r\n')[0]?.split('\r\n') ?? [];
}

test('the mail says what, by whom, from whom, for how much and where', async () => {
  const mail = await read(await aMailAbout([aBook()]));
  expect(mail.subject).toBe('『灯台守の算術』が発売になりました');
  expect(mail.from).toEqual({ name: 'はなみずき書店', address: 'shinkan@shop.example' });
  expect(mail.to).toEqual([{ name: '', address: 'hanako@reader.example' }]);
  for (const content of [mail.text, mail.html]) {
    expect(content).toContain('花子 様');
    expect(content).toContain('灯台守の算術');
    expect(content).toContain('海辺の十二か月');
    expect(content).toContain('汐見透子 著、北原新');
    expect(content).toContain('架空書房');
    expect(content).toContain('1,980円(税込)');
    expect(content).toContain('https://shop.example/products/9784999999002');
    expect(content).toContain('https://shinkan.example/my');
    expect(content).toContain('はなみずき書店');
  }
  expect(mail.html).toContain('src="https://covers.example/a.jpg"');
});

test('several books make one mail that counts and lists them', async () => {
  const books = [aBook(), aBook({ title: '霧の駅, 二番線', volume: '下' })];
  const mail = await read(await aMailAbout(books));
  expect(mail.subject).toBe('お待ちの本が2点、発売になりました');
  for (const content of [mail.text, mail.html]) {
    expect(content).toContain('灯台守の算術');
    expect(content).toContain('霧の駅, 二番線 下');
  }
});

test('what the feed did not give leaves no gap', async () => {
  const bare = aBook({
    subtitle: null,
    contributors: [],
    publisher: null,
    priceWithTax: null,
    coverUrl: null,
  });
  const mail = await read(await aMailAbout([bare]));
  for (const content of [mail.text, mail.html]) {
    for (const word of ['著者', '出版社', '価格', '円', 'null', 'undefined']) {
      expect(content).not.toContain(word);
    }
  }
  expect(mail.html).not.toContain('<img');
});

test('a member without a name is addressed as a customer', async () => {
  const mail = await read(await aMailAbout([aBook()], { displayName: '' }));
  expect(mail.text).toContain('お客様');
});

test.each(['javascript:alert(1)', 'not an address', null])(
  'a book whose shop address is %j leads to its page instead',
  async (productUrl) => {
    const mail = await read(await aMailAbout([aBook({ productUrl })]));
    expect(mail.html).toContain('href="https://shinkan.example/books/isbn-9784999999002"');
    expect(mail.html).not.toContain('javascript:');
  },
);

test('a cover that is not on https is left out', async () => {
  const mail = await read(await aMailAbout([aBook({ coverUrl: 'http://covers.example/a.jpg' })]));
  expect(mail.html).not.toContain('<img');
});

describe('difficult titles arrive as they are', () => {
  test.each([
    '髙﨑さんの①番目の♥',
    'Ⅲ巻 ㎝ ㍻ № ℡',
    '噓と繫がり、摑む鷗',
    '〜波〜 〜〜 ～',
    '𠮷野家の𩸽と𠀋',
    '👩‍👩‍👧‍👦と🇯🇵の本 🏳️‍🌈',
    'がぎぐげご(結合文字)',
    '葛󠄀城市史',
    'ﾊﾝｶｸｶﾀｶﾅ',
    'Café Ōsaka é',
    '"引用" と \'単引用\' と \\ と ¥',
    '<b>太字</b> & &amp; <script>alert(1)</script>',
    'a=?utf-8?B?44GC?=',
    '=?iso-2022-jp?B?GyRCJCIbKEI=?=',
    '100%_完全ガイド; drop table book;',
    'שלום مرحبا',
    'ไทย Tiếng Việt Ελληνικά Русский',
    'C++ & C# / .NET @ 2026 <新装版>',
    '.先頭の点',
    'From here to eternity',
    '薔薇の名前'.repeat(24),
    'A'.repeat(120),
    `${'長い題名、'.repeat(99)}終わり。`,
    '1',
    '  間に  二つの空白',
  ])('%s', async (title) => {
    const raw = await aMailAbout([aBook({ title })]);
    const mail = await read(raw);
    expect(mail.subject).toBe(`『${title.trim()}』が発売になりました`);
    expect(mail.text).toContain(title.trim());
    expect(mail.html).toContain(
      title
        .trim()
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/"/g, '&quot;')
        .replace(/'/g, '&#39;'),
    );
    for (const line of headerLines(raw)) expect(line.length).toBeLessThanOrEqual(78);
    for (const line of new TextDecoder().decode(raw).split('\r\n')) {
      expect(line.length).toBeLessThanOrEqual(998);
      expect(line).toMatch(/^[\t -~]*$/);
    }
  });
});

describe('nothing that others wrote adds a header', () => {
  const ENDS = ['\r\n', '\n', '\r', '\r\n ', '\u2028', '\u0085', '\u0000', '%0d%0a', '\r\n\r\n'];

  test.each(ENDS)('after %j in a title, a name or the name of the shop', async (end) => {
    const evil = `題${end}Bcc: evil@reader.example${end}X-Evil: 1`;
    const raw = await aMailAbout([aBook({ title: evil, volume: evil, publisher: evil })], {
      displayName: evil,
      letterhead: { ...letterhead, shopName: evil },
    });
    const mail = await read(raw);
    const names = mail.headers.map((header) => header.key);
    expect(names).not.toContain('bcc');
    expect(names).not.toContain('x-evil');
    expect(new Set(names).size).toBe(names.length);
    expect(mail.to).toEqual([{ name: '', address: 'hanako@reader.example' }]);
    expect(mail.from?.address).toBe('shinkan@shop.example');
    expect(mail.text).not.toMatch(/^Bcc:/m);
  });

  test('nor does a title turn the direction of the subject', async () => {
    const mail = await read(await aMailAbout([aBook({ title: '\u202e逆さ\u2066文' })]));
    expect(mail.subject).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });

  test('and half a character does not spoil the mail', async () => {
    const mail = await read(await aMailAbout([aBook({ title: '半\ud842分' })]));
    expect(mail.subject).toBe('『半\ufffd分』が発売になりました');
  });
});

test('markup in what others wrote stays text', async () => {
  const evil = '"><img src=x onerror=alert(1)>';
  const mail = await read(
    await aMailAbout(
      [
        aBook({
          title: evil,
          subtitle: evil,
          publisher: evil,
          contributors: [{ name: evil }],
          productUrl: 'https://shop.example/?a=1&b="><script>',
        }),
      ],
      { displayName: evil },
    ),
  );
  expect(mail.html).not.toContain('<img src=x');
  expect(mail.html).not.toContain('<script>');
  expect(mail.html).toContain('a=1&amp;b=');
});

test('a mail about nothing is refused', async () => {
  await expect(aMailAbout([])).rejects.toThrow('nothing');
});
