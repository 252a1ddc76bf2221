import type { Letterhead } from '../config.ts';
import type { MailKind } from '../mailKinds.ts';
import type { MailedBook } from '../readBooks.ts';
import type { ReleaseChange } from '../releaseChange.ts';
import { oneLine } from './oneLine.ts';
import {
  contributorLine,
  fullTitle,
  greeting,
  MANAGE,
  priceLine,
  reason,
  salutation,
  WORDS,
} from './words.ts';

/** Something that happened to a book, to be told. */
export interface News {
  kind: MailKind;
  book: MailedBook;
  /** Null for what is no move. */
  change: ReleaseChange | null;
}

/** A text that leads somewhere. */
export interface Link {
  text: string;
  url: string;
}

/** One book as the letter shows it, from top to bottom. */
export interface BookEntry {
  title: string;
  subtitle: string | null;
  /** Such as `著者` and who they are. */
  facts: { name: string; value: string }[];
  coverUrl: string | null;
  link: Link;
}

/** What a mail says, before it is text or HTML. Every text is one line. */
export interface Letter {
  subject: string;
  salutation: string;
  opening: string[];
  books: BookEntry[];
  reason: string;
  manage: Link;
  shopName: string;
}

/** Puts into words what a member is to be told. */
export function writeLetter(letterhead: Letterhead, displayName: string, news: News[]): Letter {
  const shopName = oneLine(letterhead.shopName);
  const [first] = news;
  if (first === undefined) throw new Error('A mail about nothing was asked for');
  const words = WORDS[first.kind];
  const subject =
    news.length === 1
      ? words.subjectOfOne(oneLine(fullTitle(first.book)))
      : words.subjectOfMany(news.length);
  return {
    subject,
    salutation: salutation(oneLine(displayName)),
    opening: [greeting(shopName), words.opening],
    books: news.map((one) => toEntry(letterhead.siteUrl, one)),
    reason: reason(shopName),
    manage: { text: MANAGE, url: `${letterhead.siteUrl}/my` },
    shopName,
  };
}

function toEntry(siteUrl: string, { kind, book }: News): BookEntry {
  const facts = [
    { name: '著者', value: oneLine(contributorLine(book)) },
    { name: '出版社', value: oneLine(book.publisher ?? '') },
    { name: '価格', value: book.priceWithTax === null ? '' : priceLine(book.priceWithTax) },
  ];
  return {
    title: oneLine(fullTitle(book)),
    subtitle: oneLine(book.subtitle ?? '') || null,
    facts: facts.filter((fact) => fact.value !== ''),
    coverUrl: webAddress(book.coverUrl, ['https:']),
    link: {
      text: WORDS[kind].buy,
      // The page of the book leads on to the shop.
      url:
        webAddress(book.productUrl, ['https:', 'http:']) ??
        `${siteUrl}/books/${encodeURIComponent(book.id)}`,
    },
  };
}

/** The address in its normal form, or null for one that a mail must not lead to. */
function webAddress(text: string | null, protocols: string[]): string | null {
  if (text === null || !URL.canParse(text)) return null;
  const url = new URL(text);
  return protocols.includes(url.protocol) ? url.href : null;
}
