import type { Language } from '../../domain/language/language.ts';
import { SITE_PATH } from '../../domain/language/sitePath.ts';
import type { Release } from '../../domain/release/release.ts';
import { releaseWordsEn } from '../../domain/release/releaseWordsEn.ts';
import { releaseWordsJa } from '../../domain/release/releaseWordsJa.ts';
import { wordRelease } from '../../domain/release/wordRelease.ts';
import type { EmbeddedBookFragment } from './generated/documents.ts';
import { WORDS } from './words.ts';

/** The text about one book and the target of its link. */
export interface Line {
  state: 'planned' | 'cancelled' | 'on-sale' | 'just-sold';
  status: string;
  action: string;
  href: string;
}

export interface Reading {
  language: Language;
  /** The site for signing in and subscribing. */
  site: string;
  justSold: ReadonlySet<string>;
  /** The current year in Japan. */
  year: number;
}

export function describeBook(book: EmbeddedBookFragment, reading: Reading): Line {
  const { language, site, justSold, year } = reading;
  const words = WORDS[language];
  const page = `${site}${SITE_PATH[language]}/books/${encodeURIComponent(book.id)}`;
  const see = { action: words.see, href: page };
  if (book.status === 'ON_SALE') {
    const isNew = justSold.has(book.id);
    const state = isNew ? 'just-sold' : 'on-sale';
    const status = isNew ? words.justSold : words.onSale;
    const shop = /^https?:\/\//.test(book.productUrl ?? '') ? book.productUrl : null;
    return { state, status, ...(shop ? { action: words.buy, href: shop } : see) };
  }
  if (book.status === 'CANCELLED') return { state: 'cancelled', status: words.cancelled, ...see };
  const ask = { state: 'planned', action: words.ask, href: page } as const;
  if (book.status === 'UNCONFIRMED') return { ...ask, status: words.unconfirmed };
  const when = sayRelease(book.release, language, year);
  return { ...ask, status: when === null ? words.undated : words.planned(when) };
}

const releaseWords = { ja: releaseWordsJa, en: releaseWordsEn };

/** Formats a release date; null if none is announced. Omits the year if it is `silentYear`. */
function sayRelease(release: Release, language: Language, silentYear: number): string | null {
  const { earliest, latest, precision, text } = release;
  if (precision === 'UNKNOWN' || (earliest === null && latest === null)) return null;
  // The partner's own wording is Japanese and the most accurate.
  if (language === 'ja' && precision !== 'DAY' && text !== '') return text;
  return wordRelease(release, { words: releaseWords[language], silentYear });
}
