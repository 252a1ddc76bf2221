import { findMatches } from '../../../../domain/text/findMatches.ts';
import type { BookCardPartsFragment, MatchPartsFragment } from '../../generated/documents.ts';
import { FoundBy } from './FoundBy.tsx';
import { markWords } from './Marked.tsx';
import type { Marking } from './Marking.ts';
import { wantedWords } from './wantedWords.ts';

/** A book of a search, which was asked for what it may be found by. */
type FoundBook = BookCardPartsFragment & Partial<Omit<MatchPartsFragment, 'contributors'>>;

/** Marks the words of a query wherever a card says them, and names what else they were found in. */
export function createMarking(wanted: string): Marking {
  const words = wantedWords(wanted);
  const mark = (text: string) => markWords(text, words);
  return {
    mark,
    foundBy: (book) => <FoundBy facts={factsBeyond(book, words)} mark={mark} />,
  };
}

/** Readings, series and number, where a word stands in them and nowhere on the card. */
function factsBeyond(book: FoundBook, words: string[]) {
  const shown = [book.title, book.volume, book.edition, book.subtitle, book.publisher];
  const people = book.contributors.map(({ name }) => name);
  const missed = words.filter((word) => !stands(word, [...shown, ...people]));
  // Asked for together with the names, where a search is on.
  const readings = book.contributors.map((person) => (person as { reading?: string }).reading);
  const facts = [
    ...[book.titleReading, ...readings].map((text) => ({ kind: 'reading' as const, text })),
    ...(book.series ?? []).map(({ name }) => ({ kind: 'series' as const, text: name })),
    { kind: 'isbn' as const, text: book.isbn },
  ];
  return facts.flatMap(({ kind, text }) =>
    text && missed.some((word) => stands(word, [text])) ? [{ kind, text }] : [],
  );
}

const stands = (word: string, texts: (string | null | undefined)[]): boolean =>
  texts.some((text) => text && findMatches(text, [word]).length > 0);
