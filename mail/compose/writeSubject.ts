import { MAIL_KINDS } from '../news/mailKinds.ts';
import { whichMove } from '../news/move.ts';
import { fullTitle } from './entry.ts';
import type { News } from './letter.ts';
import { wordRelease } from './release/wordRelease.ts';
import { shorten } from './shorten.ts';
import type { Happening, MailWords } from './words/mailWords.ts';

// Programs for mail show about 40 characters of a subject; the letter has the whole title.
const LONGEST_TITLE = 120;

/** Says in one line what a mail is about: the one book, the one kind of news, or how much of each. */
export function writeSubject(news: News[], words: MailWords): string {
  const [first] = news;
  if (first !== undefined && news.length === 1) return subjectOfOne(first, words);
  const counts = MAIL_KINDS.map((kind) => ({
    words: words.kinds[kind],
    count: news.filter((one) => one.kind === kind).length,
  })).filter(({ count }) => count > 0);
  const [only] = counts;
  if (only !== undefined && counts.length === 1) return only.words.subjectOfMany(only.count);
  return words.subjectOfKinds(
    news.length,
    counts.map((kind) => kind.words.share(kind.count)),
  );
}

function subjectOfOne(news: News, words: MailWords): string {
  const release = news.change?.to ?? news.book.release;
  const title = shorten(fullTitle(news.book, words), LONGEST_TITLE);
  return words.subjectOfOne[happeningOf(news)](title, wordRelease(release, words.release));
}

function happeningOf({ kind, change, book }: News): Happening {
  if (kind !== 'RESCHEDULED') return kind;
  if (change === null) throw new Error(`The move of ${book.id} does not say from what to what`);
  return whichMove(change);
}
