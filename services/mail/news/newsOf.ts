import { isUpcoming } from '../../../domain/book/statuses.ts';
import type { MailedBook } from '../reading/readBooks.ts';
import type { ReleaseChange } from '../reading/releaseChange.ts';
import type { MailKind } from './mailKinds.ts';
import type { MailNote } from './mailNote.ts';
import { moveSize } from './move.ts';

/** Something that happened to a book, to be told. */
export interface News {
  kind: MailKind;
  book: MailedBook;
  /** Null for what is no move. */
  change: ReleaseChange | null;
}

/** What a mail is to say, and the notes that it need not speak of any more. */
export interface ToTell {
  news: News[];
  untold: { seq: number; reason: string }[];
  /** Of books that the shop does not sell just now: told when it does again. */
  later: number[];
}

/**
 * Makes news of the notes of a mail: one for each book, or none. What is told is how the book stands
 * now, beside how it stood before the first of its notes; so what has been overtaken, taken back or
 * outdone since is not told, and a book that the member has not heard of yet is announced as it stands
 * now. The notes that are told make the same news without those that are not.
 * A book that is not there is an error.
 *
 * @param notes in the order of the log
 */
export function newsOf(notes: MailNote[], books: Map<string, MailedBook>): ToTell {
  const all: ToTell = { news: [], untold: [], later: [] };
  for (const bookId of new Set(notes.map((note) => note.bookId))) {
    const book = books.get(bookId);
    if (book === undefined) throw new Error(`There is no book ${bookId}`);
    const own = newsOfBook(
      notes.filter((note) => note.bookId === bookId),
      book,
    );
    all.news.push(...own.news);
    all.untold.push(...own.untold);
    all.later.push(...own.later);
  }
  return all;
}

/** What is told of one book: the notes that the news is of, and why the others are left out. */
interface Telling {
  kind: MailKind;
  told: MailNote[];
  change: ReleaseChange | null;
  why: string;
}

function newsOfBook(notes: MailNote[], book: MailedBook): ToTell {
  const { kind, told, change, why } = choose(notes, book);
  const later = isSoldLater(book) ? notes.filter((note) => note.kind === 'ON_SALE') : [];
  const left = notes.filter((note) => !told.includes(note) && !later.includes(note));
  return {
    news: told.length === 0 ? [] : [{ kind, book, change }],
    untold: left.map(({ seq }) => ({ seq, reason: why })),
    later: later.map(({ seq }) => seq),
  };
}

/** The shop has taken back what it had begun to sell, maybe for a moment. */
function isSoldLater({ status }: MailedBook): boolean {
  return isUpcoming(status);
}

function choose(notes: MailNote[], book: MailedBook): Telling {
  const of = (kind: MailKind) => notes.filter((note) => note.kind === kind);
  if (book.status === 'ON_SALE') {
    const why = 'The book is on sale by now';
    return { kind: 'ON_SALE', told: of('ON_SALE'), change: null, why };
  }
  if (book.status !== 'CANCELLED' && notes.some((note) => note.kind === 'ANNOUNCED')) {
    // Whatever came since is told with it.
    const told = notes.filter((note) => note.kind !== 'ON_SALE');
    return { kind: 'ANNOUNCED', told, change: null, why: 'The book is announced by now' };
  }
  const firstTurn = notes.find(({ kind }) => kind === 'CANCELLED' || kind === 'REVIVED');
  if (book.status === 'CANCELLED') {
    // A member who was told of it before, and not of the revival since, need not hear it again.
    const told = firstTurn?.kind === 'CANCELLED' ? of('CANCELLED').slice(-1) : [];
    return { kind: 'CANCELLED', told, change: null, why: 'The book is cancelled by now' };
  }
  if (firstTurn?.kind === 'REVIVED') {
    // It says the date as it is now, so the moves since are told with it.
    const told = [...of('RESCHEDULED'), ...of('REVIVED').slice(-1)];
    return { kind: 'REVIVED', told, change: null, why: 'The book was revived again since' };
  }
  const isMoved = ({ change }: MailNote) => change !== null;
  // A revival may bring another date than the one that was cancelled.
  return chooseMove(notes.filter(isMoved), book);
}

function chooseMove(moves: MailNote[], { release }: MailedBook): Telling {
  const kind = 'RESCHEDULED' as const;
  const from = moves[0]?.change?.from;
  const nothing = { kind, told: [], change: null };
  if (from === undefined) return { ...nothing, why: 'The book is announced again by now' };
  const change = { from, to: release };
  const least = moves.at(-1)?.tellMovesFromDays ?? 1;
  return moveSize(change) < least
    ? { ...nothing, why: `The date is fewer than ${least} days from where it was` }
    : { kind, told: moves, change, why: 'The book is announced again by now' };
}
