import type { Language } from '../../domain/language/language.ts';
import { formatYen } from '../../domain/price/formatYen.ts';
import { dayInJapan } from '../../domain/release/dayInJapan.ts';
import { releaseWordsEn } from '../../domain/release/releaseWordsEn.ts';
import { releaseWordsJa } from '../../domain/release/releaseWordsJa.ts';
import { wordRelease } from '../../domain/release/wordRelease.ts';
import type { PageBook } from './readBook.ts';

/** The texts of a page's head in one language. */
export interface Words {
  /** The name of the site, as in window titles. */
  site: string;
  /** Open Graph's name of the language. */
  locale: string;
  /** The book's state, with its date in words. */
  state(book: PageBook): string;
  price(yen: number): string;
  people(names: string[]): string;
  /** What a reader can do on the page. */
  invitation: string;
  /** Joins the parts into one sentence each. */
  join(sentences: string[]): string;
  cover(title: string): string;
}

const releaseWords = { ja: releaseWordsJa, en: releaseWordsEn };

function whenOf({ release, onSaleAt }: PageBook, language: Language) {
  const words = releaseWords[language];
  return {
    planned: wordRelease(release, { words, seasonMonths: true }),
    onSale: onSaleAt && words.day(dayInJapan(new Date(onSaleAt)), true),
  };
}

const MOST_NAMES = 3;

export const WORDS: { [language in Language]: Words } = {
  ja: {
    site: '新刊のお知らせ',
    locale: 'ja_JP',
    state(book) {
      const { planned, onSale } = whenOf(book, 'ja');
      if (book.status === 'ON_SALE') return onSale ? `発売中(${onSale}から)` : '発売中';
      if (book.status === 'CANCELLED') return '発売中止';
      if (book.status === 'UNCONFIRMED') return '発売予定を確認中';
      return book.release.precision === 'UNKNOWN' ? planned : `${planned} 発売予定`;
    },
    price: (yen) => `${formatYen(yen, 'ja')}(税込)`,
    people: (names) =>
      names.slice(0, MOST_NAMES).join('、') +
      (names.length > MOST_NAMES ? ` ほか${names.length - MOST_NAMES}名` : ''),
    invitation: '発売されたらすぐにお知らせします。',
    join: (sentences) => sentences.map((sentence) => sentence.replace(/。?$/, '。')).join(''),
    cover: (title) => `「${title}」の書影`,
  },
  en: {
    site: 'New books',
    locale: 'en_US',
    state(book) {
      const { planned, onSale } = whenOf(book, 'en');
      if (book.status === 'ON_SALE') return onSale ? `On sale since ${onSale}` : 'On sale';
      if (book.status === 'CANCELLED') return 'Cancelled';
      if (book.status === 'UNCONFIRMED') return 'Release being confirmed';
      return book.release.precision === 'UNKNOWN'
        ? 'Date to be announced'
        : `Planned for ${planned}`;
    },
    price: (yen) => `${formatYen(yen, 'en')} with tax`,
    people: (names) =>
      names.slice(0, MOST_NAMES).join(', ') +
      (names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : ''),
    invitation: 'We tell you the moment it is on sale.',
    join: (sentences) => sentences.map((sentence) => sentence.replace(/\.?$/, '.')).join(' '),
    cover: (title) => `Cover of “${title}”`,
  },
};
