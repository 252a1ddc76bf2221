import { isUpcoming } from '../../../domain/book/statuses.ts';
import type { MailedBook } from '../reading/readBooks.ts';
import type { ReleaseChange } from '../reading/releaseChange.ts';
import type { MailKind } from './mailKinds.ts';
import type { MailNote } from './mailNote.ts';
import { moveSize } from './move.ts';

/** Something that happened to a book, to be mailed. */
export interface News {
  kind: MailKind;
  book: MailedBook;
  /** Null if the event is not a move. */
  change: ReleaseChange | null;
}

/** The news of a mail, and the notes that it need not mention any more. */
export interface ToTell {
  news: News[];
  untold: { seq: number; reason: string }[];
  /** Notes of books that the shop does not sell at present; mailed when it sells them again. */
  later: number[];
}

/**
 * Turns the notes of a mail into news: at most one item for each book. News describes the book as
 * it is now, compared with its state before the first of the notes. So changes that were overtaken
 * or reverted since are not mentioned, and a book that is new to the member is announced in its
 * current state. Leaving out the untold notes does not change the news. Throws if a book is
 * missing.
 *
 * @param notes in the order of the log
 */
export function newsOf(notes: MailNote[], books: Map<string, MailedBook>): ToTell {
  const all: ToTell = { news: [], untold: [], later: [] };
  for (const bookId of new Set(notes.map((note) => note.bookId))) {
    const book = books.get(bookId);
    if (book === undefined) throw new Error(`Book ${bookId} not found`);
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

/** The news of one book: the notes that it covers, and why the others are left out. */
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

/** The shop withdrew the book after starting to sell it, perhaps only briefly. */
function isSoldLater({ status }: MailedBook): boolean {
  return isUpcoming(status);
}

function choose(notes: MailNote[], book: MailedBook): Telling {
  const of = (kind: MailKind) => notes.filter((note) => note.kind === kind);
  if (book.status === 'ON_SALE') {
    const why = 'The book is on sale now';
    return { kind: 'ON_SALE', told: of('ON_SALE'), change: null, why };
  }
  if (book.status !== 'CANCELLED' && notes.some((note) => note.kind === 'ANNOUNCED')) {
    // The news includes whatever happened since.
    const told = notes.filter((note) => note.kind !== 'ON_SALE');
    return { kind: 'ANNOUNCED', told, change: null, why: 'The book has been announced since' };
  }
  const firstTurn = notes.find(({ kind }) => kind === 'CANCELLED' || kind === 'REVIVED');
  if (book.status === 'CANCELLED') {
    // A member who knew of it before and was not told of the revival need not hear of it again.
    const told = firstTurn?.kind === 'CANCELLED' ? of('CANCELLED').slice(-1) : [];
    return { kind: 'CANCELLED', told, change: null, why: 'The book is cancelled now' };
  }
  if (firstTurn?.kind === 'REVIVED') {
    // It states the current date, so it covers the moves since.
    const told = [...of('RESCHEDULED'), ...of('REVIVED').slice(-1)];
    return { kind: 'REVIVED', told, change: null, why: 'The book was revived again later' };
  }
  const isMoved = ({ change }: MailNote) => change !== null;
  // A revival may bring a different date from the cancelled one.
  return chooseMove(notes.filter(isMoved), book);
}

function chooseMove(moves: MailNote[], { release }: MailedBook): Telling {
  const kind = 'RESCHEDULED' as const;
  const from = moves[0]?.change?.from;
  const nothing = { kind, told: [], change: null };
  if (from === undefined) return { ...nothing, why: 'The book was announced again later' };
  const change = { from, to: release };
  const least = moves.at(-1)?.tellMovesFromDays ?? 1;
  return moveSize(change) < least
    ? { ...nothing, why: `The date is fewer than ${least} days from where it was` }
    : { kind, told: moves, change, why: 'The book was announced again later' };
}
