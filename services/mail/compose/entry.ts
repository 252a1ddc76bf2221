import { bookTitle } from '../../../domain/book/bookTitle.ts';
import type { Release } from '../../../domain/release/release.ts';
import type { MailLinks } from '../links/mailLinks.ts';
import { whichMove } from '../news/move.ts';
import type { News } from '../news/newsOf.ts';
import type { MailedBook } from '../reading/readBooks.ts';
import type { Reason } from '../reading/readReasons.ts';
import { coverPaper } from './coverPaper.ts';
import type { Link } from './link.ts';
import { oneLine } from './oneLine.ts';
import { sayRelease } from './sayRelease.ts';
import { shorten } from './shorten.ts';
import { webAddress } from './webAddress.ts';
import type { MailWords } from './words/mailWords.ts';

/** One book as the letter shows it, top to bottom. */
export interface BookEntry {
  cover: Cover;
  title: string;
  subtitle: string | null;
  /** What the move means; null for other kinds of news. */
  note: string | null;
  /** The planned release and, if it has moved, the former one. Null if no release is ahead. */
  release: { name: string; now: string; before: string | null } | null;
  /** Such as `著者` and the authors' names. */
  facts: { name: string; value: string }[];
  link: Link & { isPurchase: boolean };
  /** Why the member is told of it; null if that is no longer known. */
  why: string | null;
  /** Each ends one of the reasons; the last one stops all news of this book. */
  stops: Link[];
}

/** A picture, or the text of a typeset cover; both on the publisher's colour. */
export interface Cover {
  url: string | null;
  alt: string;
  title: string;
  author: string;
  colour: string;
}

interface EntryContext {
  /** The site's base URL in the language of the mail. */
  siteUrl: string;
  links: MailLinks;
  /** By book id; names are shortened to one line. */
  reasons: Map<string, Reason[]>;
  words: MailWords;
}

// What fits on a cover of 96 × 136 px.
const LONGEST_ON_COVER = 36;
const LONGEST_AUTHOR = 14;

/** Describes a book and what happened to it. */
export function writeEntry({ kind, book, change }: News, context: EntryContext): BookEntry {
  const { siteUrl, words } = context;
  const title = oneLine(bookTitle(book));
  const say = (release: Release) => sayRelease(release, words.release);
  const reasons = context.reasons.get(book.id) ?? [];
  const isPlanned = kind === 'ANNOUNCED' || kind === 'RESCHEDULED' || kind === 'REVIVED';
  const isPurchase = kind === 'ON_SALE';
  const page = `${siteUrl}/books/${encodeURIComponent(book.id)}`;
  return {
    cover: toCover(book, title, words),
    title,
    subtitle: oneLine(book.subtitle ?? '') || null,
    note: change === null ? null : words.moves[whichMove(change)],
    release: isPlanned
      ? {
          name: words.facts.release,
          now: say(change?.to ?? book.release),
          before: change === null ? null : say(change.from),
        }
      : null,
    facts: toFacts(book, words),
    link: isPurchase
      ? // The book's page links on to the shop.
        { text: words.buy, url: webAddress(book.productUrl, WEB) ?? page, isPurchase }
      : { text: words.look, url: page, isPurchase },
    why: reasons.length === 0 ? null : words.because(reasons),
    stops: toStops(reasons, book, context),
  };
}

function toStops(reasons: Reason[], book: MailedBook, { links, words }: EntryContext): Link[] {
  const standing = reasons.flatMap(({ kind, id, name }) =>
    kind === 'BOOK' ? [] : [{ text: words.stop[kind](name), url: links.standing(kind, id) }],
  );
  return [...standing, { text: words.stop.BOOK(''), url: links.book(book.id) }];
}

const WEB = ['https:', 'http:'];

function toCover(book: MailedBook, title: string, words: MailWords): Cover {
  const [author] = book.contributors;
  return {
    url: webAddress(book.coverUrl, ['https:']),
    alt: words.cover(title),
    title: shorten(title, LONGEST_ON_COVER),
    author: shorten(oneLine(author?.name ?? ''), LONGEST_AUTHOR),
    colour: coverPaper(book.publisher ?? book.id),
  };
}

/** Omits facts that the feed did not supply. */
function toFacts(book: MailedBook, words: MailWords): BookEntry['facts'] {
  const people = book.contributors.map(({ name, roleText }) =>
    roleText ? `${name} ${roleText}` : name,
  );
  const facts = [
    { name: words.facts.contributors, value: oneLine(words.people(people)) },
    { name: words.facts.publisher, value: oneLine(book.publisher ?? '') },
    {
      name: words.facts.price,
      value: book.priceWithTax === null ? '' : words.price(book.priceWithTax),
    },
  ];
  return facts.filter((fact) => fact.value !== '');
}
