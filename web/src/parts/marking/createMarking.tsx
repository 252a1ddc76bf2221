import { findMatches } from '../../../../domain/text/findMatches.ts';
import type { BookCardPartsFragment, MatchPartsFragment } from '../../generated/documents.ts';
import { FoundBy } from './FoundBy.tsx';
import { markWords } from './Marked.tsx';
import type { Marking } from './Marking.ts';
import { wantedWords } from './wantedWords.ts';

/** A book in search results, with the fields it may match by. */
type FoundBook = BookCardPartsFragment & Partial<Omit<MatchPartsFragment, 'contributors'>>;

/** Marks a query's words wherever a card shows them, and names the other fields that matched. */
export function createMarking(wanted: string): Marking {
  const words = wantedWords(wanted);
  const mark = (text: string) => markWords(text, words);
  return {
    mark,
    foundBy: (book) => <FoundBy facts={factsBeyond(book, words)} mark={mark} />,
  };
}

/** Returns the readings, series and volume number with words that the card does not show. */
function factsBeyond(book: FoundBook, words: string[]) {
  const shown = [book.title, book.volume, book.edition, book.subtitle, book.publisher];
  const people = book.contributors.map(({ name }) => name);
  const missed = words.filter((word) => !stands(word, [...shown, ...people]));
  // Queried together with the names in a search.
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
