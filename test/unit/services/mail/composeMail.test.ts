import { describe, expect, it, test } from 'vitest';
import type { Language } from '../../../../domain/language/language.ts';
import type { Release } from '../../../../domain/release/release.ts';
import { readLink } from '../../../../services/mail/links/linkToken.ts';
import type { Reason } from '../../../../services/mail/reading/readReasons.ts';
import { aMail, LINK_SECRETS, newsOfKind, openMail } from '../../../support/composedMail.ts';
import { theDay, theMonth } from '../../../support/mailedBook.ts';

const onSale = (more = {}) => newsOfKind('ON_SALE', more);

describe('a mail about a book on sale', () => {
  it('a mail about a book on sale names the title, authors, publisher, price and shop link', async () => {
    const mail = await openMail([onSale()]);
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
      expect(content).not.toContain('発売予定:');
    }
    expect(mail.html).toContain('src="https://covers.example/a.jpg"');
    expect(mail.html).toContain('alt="『灯台守の算術』の書影"');
  });

  it('a mail leaves no gap for facts that the feed did not supply', async () => {
    const bare = { subtitle: null, contributors: [], publisher: null, priceWithTax: null };
    const mail = await openMail([onSale({ ...bare, coverUrl: null })]);
    for (const content of [mail.text, mail.html]) {
      for (const word of ['著者:', '著者</span>', '出版社', '価格', '円', 'null', 'undefined']) {
        expect(content).not.toContain(word);
      }
    }
  });

  it.each(['javascript:alert(1)', 'not an address', null])(
    'a mail about a book with the shop address %j links to its page instead',
    async (productUrl) => {
      const mail = await openMail([onSale({ productUrl })]);
      expect(mail.html).toContain('href="https://shinkan.example/books/isbn-9784999999002"');
      expect(mail.html).not.toContain('javascript:');
    },
  );

  it.each(['http://covers.example/a.jpg', 'data:image/png;base64,AA', null])(
    'a mail about a book with the cover %j has a typeset cover',
    async (coverUrl) => {
      const mail = await openMail([onSale({ coverUrl, title: '霧の駅' })]);
      expect(mail.html).not.toContain('<img');
      expect(mail.html).toMatch(/aria-hidden="true".*霧の駅.*汐見透子.*<h3/s);
    },
  );
});

describe('a mail about a move', () => {
  const moved = (from: Release, to: Release) => [
    { ...newsOfKind('RESCHEDULED', { release: to }), change: { from, to } },
  ];
  const december = theMonth('2026-12-01', '2026-12-31');
  const early: Release = { ...december, latest: '2026-12-10', precision: 'THIRD' };
  const unknown: Release = { earliest: null, latest: null, precision: 'UNKNOWN', text: '未定' };
  const day = theDay('2026-12-10');

  it.each([
    [december, day, '『灯台守の算術』の発売日が決まりました(2026年12月10日)'],
    [unknown, day, '『灯台守の算術』の発売日が決まりました(2026年12月10日)'],
    [december, early, '『灯台守の算術』の発売時期が決まりました(2026年12月上旬)'],
    [day, unknown, '『灯台守の算術』の発売日が未定になりました'],
    [early, theDay('2026-12-11'), '『灯台守の算術』の発売が延期になりました(2026年12月11日)'],
    [day, theDay('2026-12-09'), '『灯台守の算術』の発売が早まりました(2026年12月9日)'],
    [early, theDay('2026-11-30'), '『灯台守の算術』の発売が早まりました(2026年11月30日)'],
    [day, december, '『灯台守の算術』の発売予定が変わりました(2026年12月)'],
  ])(
    'a mail about a move from $precision $earliest to $precision $earliest says: %3$s',
    async (from, to, subject) => {
      expect((await openMail(moved(from, to))).subject).toBe(subject);
    },
  );

  it('a mail about a move says the date before and after as vaguely as the source, and links to the page', async () => {
    const mail = await openMail(moved(early, theMonth('2027-01-01', '2027-01-31')));
    expect(mail.text).toContain('発売予定: 2026年12月上旬 → 2027年1月');
    expect(mail.html).toContain('>2026年12月上旬</s>');
    expect(mail.html).toContain('>2027年1月</strong>');
    for (const content of [mail.text, mail.html]) {
      expect(content).toContain('https://shinkan.example/books/isbn-9784999999002');
      expect(content).not.toContain('https://shop.example');
      expect(content).not.toContain('購入');
    }
  });
});

describe('a mail about an announcement', () => {
  const ID = 'isbn-9784999999002';
  const author: Reason = { kind: 'CONTRIBUTOR', id: 'c-1', name: '汐見透子' };
  const series: Reason = { kind: 'SERIES', id: 's-1', name: '灯台の歌' };
  const itself: Reason = { kind: 'BOOK', id: ID, name: '' };

  it.each([
    [
      [author],
      '汐見透子の新刊『灯台守の算術』のご案内が届きました',
      'New by 汐見透子: “灯台守の算術”',
    ],
    [
      [itself, series],
      'シリーズ「灯台の歌」の新刊『灯台守の算術』のご案内が届きました',
      'New in the series “灯台の歌”: “灯台守の算術”',
    ],
    [
      [author, series],
      '汐見透子の新刊『灯台守の算術』のご案内が届きました',
      'New by 汐見透子: “灯台守の算術”',
    ],
    [[], '新刊『灯台守の算術』のご案内が届きました', '“灯台守の算術” is announced'],
  ])('a mail about an announcement says for %j whose book it is: %s', async (own, ja, en) => {
    const news = [newsOfKind('ANNOUNCED')];
    const reasons = new Map([[ID, own]]);
    expect((await openMail(news, { reasons })).subject).toBe(ja);
    expect((await openMail(news, { reasons, language: 'en' })).subject).toBe(en);
  });

  it('a mail about an announcement words the date like the source, links to the page, and sells nothing', async () => {
    const release = theMonth('2027-01-01', '2027-01-31');
    const mail = await openMail([newsOfKind('ANNOUNCED', { release })]);
    expect(mail.text).toContain('発売予定: 2027年1月');
    for (const content of [mail.text, mail.html]) {
      expect(content).toContain(`https://shinkan.example/books/${ID}`);
      expect(content).not.toContain('https://shop.example');
      expect(content).not.toContain('購入');
    }
  });
});

describe('the reasons in a mail', () => {
  const ID = 'isbn-9784999999002';
  const author: Reason = { kind: 'CONTRIBUTOR', id: 'c-1', name: '汐見透子' };
  const painter: Reason = { kind: 'CONTRIBUTOR', id: 'c-2', name: '北原新' };
  const series: Reason = { kind: 'SERIES', id: 's-1', name: '灯台の歌' };
  const itself: Reason = { kind: 'BOOK', id: ID, name: '' };
  const mailFor = (reasons: Reason[], language: Language = 'ja') =>
    openMail([newsOfKind('ON_SALE')], { language, reasons: new Map([[ID, reasons]]) });

  it.each([
    [[itself], 'この本を', 'this book'],
    [[author], '著者「汐見透子」の新刊を', 'new books by 汐見透子'],
    [[series], 'シリーズ「灯台の歌」の新刊を', 'new books in the series “灯台の歌”'],
    [
      [itself, author, painter, series],
      'この本と、著者「汐見透子」、著者「北原新」、シリーズ「灯台の歌」の新刊を',
      'this book, new books by 汐見透子, new books by 北原新 and new books in the series “灯台の歌”',
    ],
  ])('a mail names the reasons %j', async (reasons, ja, en) => {
    for (const [language, words] of [
      ['ja', `${ja}お待ちのため、お届けしました。`],
      ['en', `You hear of this because you wait for ${en}.`],
    ] as const) {
      const mail = await mailFor(reasons, language);
      for (const content of [mail.text, mail.html]) expect(content).toContain(words);
    }
  });

  it('a mail has a link for each reason that ends only that reason, and one for the book', async () => {
    const { text } = await mailFor([itself, author, series]);
    const links = [...text.matchAll(/ {2}(.+): https:\/\/\S+\/mail\/unsubscribe\/(\S+)/g)];
    expect(links.map(([, words, token = '']) => [words, readLink(LINK_SECRETS, token)])).toEqual([
      [
        '著者「汐見透子」の新刊のお知らせを止める',
        { memberId: '10001', kind: 'CONTRIBUTOR', targetId: 'c-1' },
      ],
      [
        'シリーズ「灯台の歌」の新刊のお知らせを止める',
        { memberId: '10001', kind: 'SERIES', targetId: 's-1' },
      ],
      ['この本のお知らせを止める', { memberId: '10001', bookId: ID }],
    ]);
  });

  it('a mail shows each reason in one short line, whatever its name', async () => {
    const name = `<b>甲</b>\r\n\u202e${'長'.repeat(500)}`;
    const mail = await mailFor([{ ...author, name }]);
    expect(mail.html).not.toContain('<b>');
    expect(mail.text).not.toContain('\u202e');
    expect(mail.text).toMatch(/著者「<b>甲<\/b> 長{1,40}…」の新刊をお待ち/);
  });
});

test('a mail about a revival says the current date', async () => {
  const mail = await openMail([newsOfKind('REVIVED')]);
  expect(mail.subject).toBe('『灯台守の算術』が再び発売予定になりました');
  expect(mail.text).toContain('発売予定: 2026年12月10日');
});

test('a mail about a cancellation promises no date and sells nothing', async () => {
  const mail = await openMail([newsOfKind('CANCELLED')]);
  expect(mail.subject).toBe('『灯台守の算術』は発売中止になりました');
  for (const word of ['12月10日', '購入', 'https://shop.example']) {
    expect(mail.text).not.toContain(word);
  }
});

describe('a mail about several books', () => {
  it.each([
    ['ON_SALE', 'お待ちの本が2点、発売になりました', '2 books you wait for are on sale'],
    [
      'ANNOUNCED',
      'お待ちの著者・シリーズの新刊2点のご案内が届きました',
      '2 books announced by authors and in series you wait for',
    ],
    [
      'RESCHEDULED',
      'お待ちの本2点の発売予定のお知らせ',
      'New release dates for 2 books you wait for',
    ],
    [
      'REVIVED',
      'お待ちの本2点が再び発売予定になりました',
      '2 books you wait for are planned again',
    ],
    ['CANCELLED', 'お待ちの本2点が発売中止になりました', '2 books you wait for are cancelled'],
  ] as const)('a mail whose books are all %s counts and lists them', async (kind, ja, en) => {
    const news = [newsOfKind(kind), newsOfKind(kind, { id: 'b', title: '霧の駅', volume: '下' })];
    const mail = await openMail(news);
    expect(mail.subject).toBe(ja);
    expect((await openMail(news, { language: 'en' })).subject).toBe(en);
    for (const content of [mail.text, mail.html]) {
      expect(content).toContain('灯台守の算術');
      expect(content).toContain('霧の駅 下');
    }
    expect(mail.text).not.toContain('【');
  });

  it('a mail with several kinds of news lists books on sale first, each kind under its heading', async () => {
    const mail = await openMail([
      newsOfKind('CANCELLED', { id: 'c', title: '丙' }),
      newsOfKind('RESCHEDULED', { id: 'b', title: '乙' }),
      newsOfKind('ON_SALE', { id: 'a', title: '甲' }),
      newsOfKind('REVIVED', { id: 'd', title: '丁' }),
      newsOfKind('ANNOUNCED', { id: 'e', title: '戊' }),
    ]);
    expect(mail.subject).toBe(
      'お待ちの本5点のお知らせ(発売1点・新刊のご案内1点・日程の変更1点・再び発売予定1点・発売中止1点)',
    );
    const order = [
      '発売になりました】',
      '甲',
      '新刊のご案内が届きました】',
      '戊',
      '発売予定のお知らせ】',
      '乙',
      '】',
      '丁',
      '中止に',
      '丙',
    ];
    expect(mail.text).toMatch(new RegExp(order.join('.*'), 's'));
    expect(mail.html.match(/<h2/g)).toHaveLength(5);
  });
});

describe('a mail in English', () => {
  it('a mail in English has the same facts about a book', async () => {
    const mail = await openMail([newsOfKind('RESCHEDULED')], { language: 'en' });
    expect(mail.subject).toBe('“灯台守の算術” is postponed: 10 December 2026');
    expect(mail.html).toContain('<html lang="en">');
    for (const word of ['Dear 花子,', '1 December 2026 → 10 December 2026', '¥1,980']) {
      expect(mail.text).toContain(word);
    }
    expect(mail.text).not.toMatch(/お知らせ|発売/);
  });
});

test.each([
  ['ja', 'お客様'],
  ['en', 'Dear reader,'],
] as const)('a member without a name is addressed as a customer in %s', async (language, words) => {
  expect((await openMail([onSale()], { displayName: '', language })).text).toContain(words);
});

test('a mail without news is refused', async () => {
  await expect(aMail([])).rejects.toThrow('without news');
});

test('a move without its dates before and after is refused', async () => {
  await expect(aMail([{ ...newsOfKind('RESCHEDULED'), change: null }])).rejects.toThrow('move');
});

it.each([
  ['ja', ''],
  ['en', '/en'],
] as const)('a mail in %s links to the pages of its language', async (language, path) => {
  const mail = await openMail([newsOfKind('RESCHEDULED')], { language });
  for (const content of [mail.text, mail.html]) {
    expect(content).toContain(`https://shinkan.example${path}/my`);
    expect(content).toContain(`https://shinkan.example${path}/books/isbn-9784999999002`);
    // The page behind the links of mails chooses its language itself.
    expect(content).toContain('https://shinkan.example/mail/unsubscribe/');
  }
});
