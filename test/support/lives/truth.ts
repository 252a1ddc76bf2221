import type { Meaning } from './wordings.ts';
import type { DeliveredFile, LifeBook, Whole, Word } from './words.ts';

/** The outcome of a row. */
export type Outcome = 'created' | 'changed' | 'unchanged' | 'held' | 'rejected';

export interface TrueEvent {
  kind: 'ANNOUNCED' | 'RESCHEDULED' | 'CANCELLED' | 'REVIVED';
  change: { from: Meaning & { text: string }; to: Meaning & { text: string } } | null;
  /** The file that contained it. */
  file: number;
}

/** The state of a book after everything that was heard of it. */
export interface TrueBook {
  book: LifeBook;
  /** ISBN and record of the row that first named it: an id never changes. */
  firstIsbn: string | null;
  firstRecord: string;
  whole: Whole;
  release: Meaning & { text: string };
  status: 'UPCOMING' | 'CANCELLED' | 'UNCONFIRMED';
  knownUntil: number;
  absences: number;
  events: TrueEvent[];
}

export interface TrueAccount {
  outcomes: { [outcome in Outcome]: number };
  isRepeat: boolean;
}

const ABSENCES = 2;

/** The truth after all files, and the counts of each: computed from the lives alone. */
export function hearAll(files: readonly DeliveredFile[]) {
  const books = new Map<LifeBook, TrueBook>();
  const heard: DeliveredFile[] = [];
  const merged: DeliveredFile[] = [];
  const accounts = files.map((file, number): TrueAccount | null => {
    if (file.isUnreadable) return null;
    // Repeated bytes change nothing, unless they held something back until a later day.
    const isRepeat = merged.some((earlier) => earlier.words === file.words);
    const isNews = file.isFull && !heard.some((earlier) => isOutdone(file, earlier));
    const outcomes = isRepeat ? file.words.map(repeated) : hear(file, number, books, isNews);
    heard.push(file);
    const total = { created: 0, changed: 0, unchanged: 0, held: 0, rejected: 0 };
    for (const outcome of outcomes) total[outcome] += 1;
    if (total.held === 0) merged.push(file);
    return { outcomes: total, isRepeat };
  });
  return { books: [...books.values()], accounts };
}

function repeated(word: Word): Outcome {
  return word.says === 'nothing readable' ? 'rejected' : 'unchanged';
}

function hear(
  file: DeliveredFile,
  number: number,
  books: Map<LifeBook, TrueBook>,
  isNews: boolean,
): Outcome[] {
  const outcomes = new Map<Word, Outcome>();
  const named = new Set<LifeBook>();
  for (const [book, words] of byBook(file.words)) {
    if (words.some(showsWhose)) named.add(book);
    const readable = words.filter(({ says }) => says !== 'nothing readable');
    for (const word of words) outcomes.set(word, 'rejected');
    for (const word of readable) outcomes.set(word, 'unchanged');
    for (const word of lastWords(readable)) {
      outcomes.set(word, hearWord(word, file, number, books));
    }
  }
  for (const known of books.values()) countAbsence(known, named.has(known.book), isNews);
  return file.words.map((word) => outcomes.get(word) ?? 'rejected');
}

/** Even an unusable row names its book, unless its cells have shifted. */
function showsWhose(word: Word): boolean {
  return word.says !== 'nothing readable' || word.fault !== 'cells';
}

/**
 * Of several rows in one file the last counts, for each kind; a whole row overrides everything
 * before it. Returned in their original order.
 */
function lastWords(words: Word[]): Word[] {
  const inOrder = words.toSorted((a, b) => a.time - b.time);
  return inOrder.filter((word, at) => {
    const after = inOrder.slice(at + 1);
    return !after.some(({ says }) => says === word.says || says === 'whole');
  });
}

function hearWord(
  word: Word,
  file: DeliveredFile,
  number: number,
  books: Map<LifeBook, TrueBook>,
): Outcome {
  const known = books.get(word.book);
  if (word.says === 'whole') {
    if (word.whole.publicFrom !== null && word.whole.publicFrom > file.today) return 'held';
    const release = { ...word.whole.release.means(file.baseDate), text: word.whole.release.text };
    if (known) return hearAgain(known, word.whole, release, word.time, number);
    books.set(word.book, announce(word.book, word.whole, release, word.time, number));
    return 'created';
  }
  // An unknown book cannot be cancelled or repriced.
  if (!known) return 'rejected';
  if (word.time < known.knownUntil) return 'unchanged';
  known.knownUntil = word.time;
  if (word.says === 'price') return reprice(known, word.price);
  return cancel(known, number);
}

function announce(
  book: LifeBook,
  whole: Whole,
  release: TrueBook['release'],
  time: number,
  file: number,
): TrueBook {
  return {
    book,
    firstIsbn: whole.isbn,
    firstRecord: whole.record,
    whole,
    release,
    status: 'UPCOMING',
    knownUntil: time,
    absences: 0,
    events: [{ kind: 'ANNOUNCED', change: null, file }],
  };
}

function hearAgain(
  known: TrueBook,
  whole: Whole,
  release: TrueBook['release'],
  time: number,
  file: number,
): Outcome {
  if (time < known.knownUntil) return 'unchanged';
  const { status, release: from } = known;
  const hasMoved = from.earliest !== release.earliest || from.latest !== release.latest;
  const change = hasMoved ? { from, to: release } : null;
  if (status === 'CANCELLED') known.events.push({ kind: 'REVIVED', change, file });
  else if (hasMoved) known.events.push({ kind: 'RESCHEDULED', change, file });
  const isSame = status === 'UPCOMING' && shown(known.whole, from) === shown(whole, release);
  Object.assign(known, { whole, release, knownUntil: time, status: 'UPCOMING' });
  return isSame ? 'unchanged' : 'changed';
}

/** Everything that a row gives its book. */
function shown(whole: Whole, release: TrueBook['release']): string {
  const { record, isbn, title, volume, price, description } = whole;
  return JSON.stringify([record, isbn, title, volume, price, description, release]);
}

function reprice(known: TrueBook, price: number): Outcome {
  const isSame = known.whole.price === price;
  known.whole = { ...known.whole, price };
  return isSame ? 'unchanged' : 'changed';
}

function cancel(known: TrueBook, file: number): Outcome {
  if (known.status === 'CANCELLED') return 'unchanged';
  known.status = 'CANCELLED';
  known.events.push({ kind: 'CANCELLED', change: null, file });
  return 'changed';
}

/** A full list does not imply absence if a newer one, or the list itself, came before. */
function isOutdone(file: DeliveredFile, earlier: DeliveredFile): boolean {
  return earlier.isFull && (earlier.baseDate > file.baseDate || earlier.words === file.words);
}

function countAbsence(known: TrueBook, isNamed: boolean, isNews: boolean): void {
  if (isNamed) {
    known.absences = 0;
    if (known.status === 'UNCONFIRMED') known.status = 'UPCOMING';
  } else if (isNews && known.status === 'UPCOMING') {
    known.absences += 1;
    if (known.absences >= ABSENCES) known.status = 'UNCONFIRMED';
  }
}

function byBook(words: readonly Word[]): Map<LifeBook, Word[]> {
  const groups = new Map<LifeBook, Word[]>();
  for (const word of words) {
    const group = groups.get(word.book);
    if (group) group.push(word);
    else groups.set(word.book, [word]);
  }
  return groups;
}
