import { bookTitle } from '../../../domain/book/bookTitle.ts';
import { MAIL_KINDS } from '../news/mailKinds.ts';
import { whichMove } from '../news/move.ts';
import type { News } from '../news/newsOf.ts';
import type { Reason } from '../reading/readReasons.ts';
import { oneLine } from './oneLine.ts';
import { sayRelease } from './sayRelease.ts';
import { shorten } from './shorten.ts';
import type { Happening, MailWords } from './words/mailWords.ts';

// Mail programs show about 40 characters of a subject; the letter has the whole title.
const LONGEST_TITLE = 120;

/**
 * Returns the subject in one line: the one book, the one kind of news, or the number of books of
 * each kind.
 *
 * @param reasons why the member is told, by book id, with names shortened to one line
 */
export function writeSubject(
  news: News[],
  reasons: Map<string, Reason[]>,
  words: MailWords,
): string {
  const [first] = news;
  if (first !== undefined && news.length === 1) {
    return subjectOfOne(first, reasons.get(first.book.id) ?? [], words);
  }
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

function subjectOfOne(news: News, reasons: Reason[], words: MailWords): string {
  const release = news.change?.to ?? news.book.release;
  const title = shorten(oneLine(bookTitle(news.book)), LONGEST_TITLE);
  const when = sayRelease(release, words.release);
  const whose = reasons.find(({ kind }) => kind !== 'BOOK') ?? null;
  return words.subjectOfOne[happeningOf(news)](title, when, whose);
}

function happeningOf({ kind, change, book }: News): Happening {
  if (kind !== 'RESCHEDULED') return kind;
  if (change === null) throw new Error(`The move of ${book.id} lacks its release before or after`);
  return whichMove(change);
}
