import { LANGUAGES, type Language } from '../../domain/language/language.ts';
import type { Release } from '../../domain/release/release.ts';
import type { MailKind } from '../../services/mail/news/mailKinds.ts';
import type { News } from '../../services/mail/news/newsOf.ts';
import type { MailedBook } from '../../services/mail/reading/readBooks.ts';
import type { Reason } from '../../services/mail/reading/readReasons.ts';

/** A mail that shows one kind of news. */
export interface Preview {
  /** Letters and hyphens; used as the file name. */
  name: string;
  language: Language;
  displayName: string;
  news: News[];
  /** By the book's id. */
  reasons: Map<string, Reason[]>;
}

/** The address of every cover; nothing is there. */
export const COVER_URL = 'https://covers.example/cover.svg';

const day = (text: string): Release => ({
  earliest: text,
  latest: text,
  precision: 'DAY',
  text,
});
const early: Release = {
  earliest: '2026-12-01',
  latest: '2026-12-10',
  precision: 'THIRD',
  text: '2026年12月上旬',
};
const month: Release = {
  earliest: '2026-12-01',
  latest: '2026-12-31',
  precision: 'MONTH',
  text: '2026年12月',
};
const spring: Release = {
  earliest: '2027-03-01',
  latest: '2027-05-31',
  precision: 'SEASON',
  text: '2027年春',
};
const unknown: Release = { earliest: null, latest: null, precision: 'UNKNOWN', text: '未定' };

const lighthouse: MailedBook = {
  id: 'isbn-9784999999002',
  title: '灯台守の算術',
  subtitle: '海辺の十二か月',
  volume: null,
  contributors: [
    { name: '汐見透子', roleText: '著' },
    { name: '北原新', roleText: '絵' },
  ],
  publisher: '架空書房',
  priceWithTax: 1980,
  coverUrl: COVER_URL,
  productUrl: 'https://shop.example/products/9784999999002',
  status: 'UPCOMING',
  release: day('2026-12-10'),
};
const station: MailedBook = {
  ...lighthouse,
  id: 'shinkan-KZ-0002',
  title: '霧の駅、二番線',
  subtitle: null,
  volume: '3',
  contributors: [{ name: '柊木ひより', roleText: '著' }],
  publisher: '夜汽車文庫',
  priceWithTax: 759,
  coverUrl: null,
};
const long: MailedBook = {
  ...station,
  id: 'shinkan-KZ-0003',
  title:
    '世界の終わりに図書館を建てるということについて私たちが話し合った幾つかの夜と、そのあとに残された目録カードの余白に書き込まれていた無名の読者たちの覚え書き、ならびにその註釈と年譜と人名索引',
  subtitle: '増補改訂新装完全版 ―― 付・未発表書簡集',
  volume: '第十二巻(上)',
  contributors: Array.from({ length: 8 }, (_, index) => ({
    name: `長名前之上野介${'一二三四五六七八'[index]}`,
    roleText: '編著',
  })),
  priceWithTax: 16_500,
};
const hostile: MailedBook = {
  ...station,
  id: 'shinkan-KZ-0004',
  title: '"><script>alert(1)</script>\r\nBcc: a@b.example\u202e שלום 髙①👩‍👩‍👧‍👦',
  subtitle: '<!-- </td></table> =?utf-8?B?44GC?=',
  volume: null,
  contributors: [{ name: "<img src=x onerror='alert(1)'>", roleText: 'مرحبا' }],
  publisher: 'ﾊﾝｶｸ&amp;書房\u0000',
  productUrl: 'javascript:alert(1)',
};

function move(book: MailedBook, from: Release, to: Release): News {
  return { kind: 'RESCHEDULED', book: { ...book, release: to }, change: { from, to } };
}

function turn(kind: Exclude<MailKind, 'RESCHEDULED'>, book: MailedBook): News {
  return { kind, book, change: null };
}

const LETTERS: { [name: string]: News[] } = {
  'on-sale': [turn('ON_SALE', lighthouse)],
  'on-sale-without-cover': [turn('ON_SALE', station)],
  'on-sale-many': [turn('ON_SALE', lighthouse), turn('ON_SALE', station), turn('ON_SALE', long)],
  'on-sale-for-many-reasons': [turn('ON_SALE', { ...station, status: 'ON_SALE' })],
  announced: [turn('ANNOUNCED', lighthouse)],
  'announced-in-series': [turn('ANNOUNCED', { ...station, release: early })],
  'announced-many': [turn('ANNOUNCED', lighthouse), turn('ANNOUNCED', station)],
  'announced-long': [turn('ANNOUNCED', long)],
  decided: [move(lighthouse, month, day('2026-12-10'))],
  narrowed: [move(station, unknown, early)],
  postponed: [move(lighthouse, early, spring)],
  earlier: [move(station, day('2026-12-10'), day('2026-12-03'))],
  undated: [move(lighthouse, day('2026-12-10'), unknown)],
  moved: [move(station, day('2026-12-10'), month)],
  revived: [turn('REVIVED', lighthouse)],
  cancelled: [turn('CANCELLED', station)],
  'of-all-kinds': [
    turn('ON_SALE', lighthouse),
    turn('ANNOUNCED', { ...station, id: 'shinkan-KZ-0005', title: '汐の記憶', volume: null }),
    move(station, early, spring),
    move(long, month, day('2026-12-24')),
    turn('REVIVED', { ...lighthouse, title: '砂時計の午後', coverUrl: null, publisher: '砂文社' }),
    turn('CANCELLED', { ...station, title: '消えた題名' }),
  ],
  'long-title': [turn('ON_SALE', long)],
  'hostile-title': [turn('ON_SALE', hostile), move(hostile, early, spring)],
};

const AUTHOR_AND_SERIES: Reason['kind'][] = ['CONTRIBUTOR', 'SERIES'];
const WAITING_FOR: { [name: string]: Reason['kind'][] } = {
  announced: ['CONTRIBUTOR'],
  'announced-in-series': ['SERIES'],
  'announced-many': AUTHOR_AND_SERIES,
  'announced-long': AUTHOR_AND_SERIES,
  'on-sale-for-many-reasons': ['BOOK', ...AUTHOR_AND_SERIES],
  'hostile-title': ['BOOK', ...AUTHOR_AND_SERIES],
};

/** The reasons of someone who follows the first contributor of each book and its series. */
function reasonsOf(name: string, news: News[]): Map<string, Reason[]> {
  return new Map(
    news.map(({ kind, book }) => {
      const kinds = WAITING_FOR[name] ?? (kind === 'ANNOUNCED' ? ['CONTRIBUTOR'] : ['BOOK']);
      return [book.id, kinds.map((one) => reasonOf(one, book))];
    }),
  );
}

function reasonOf(kind: Reason['kind'], { id, title, contributors }: MailedBook): Reason {
  const name = { BOOK: '', CONTRIBUTOR: contributors[0]?.name ?? '', SERIES: title }[kind];
  return { kind, id, name };
}

/** Each letter in each language. */
export const PREVIEWS: Preview[] = LANGUAGES.flatMap((language) =>
  Object.entries(LETTERS).map(([name, news]) => ({
    name: `${language}-${name}`,
    language,
    displayName: { ja: '三田村遥', en: 'Haruka Mitamura' }[language],
    news,
    reasons: reasonsOf(name, news),
  })),
);
