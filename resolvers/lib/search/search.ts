import { util } from '@aws-appsync/utils';
import { foldText } from '../../../domain/text/foldText.ts';
import { foldWords } from '../../../domain/text/foldWords.ts';
import type { Conditions } from '../books/source.ts';
import { fail } from '../request/fail.ts';
import type { Value } from '../sql/query.ts';
import { toIsbn13 } from './isbn.ts';

/** A search; a book must match all of it. */
export interface Search {
  /** Folded like the books' texts. */
  words: string[];
  /** With thirteen digits each. */
  isbns: string[];
}

/** Far more than a title, a name and an ISBN; every word and every character costs a lookup. */
const MOST_WORDS = 8;
export const MOST_CHARACTERS = 200;

/**
 * Parses a search text; null if it is blank. Both lists are empty if it holds punctuation alone.
 */
export function readSearch(text: string | null | undefined): Search | null {
  const written = text ?? '';
  // Checked first: normalizing may turn one character into 18.
  if (written.length > MOST_CHARACTERS) refuse();
  const search = toSearch(util.str.normalize(written, 'nfkc'));
  if (search?.words.some((word) => word.length > MOST_CHARACTERS)) refuse();
  return search;
}

function refuse(): never {
  return fail('InvalidArgument', `text: it is longer than ${MOST_CHARACTERS} characters`);
}

function toSearch(plain: string): Search | null {
  const whole = toIsbn13(plain);
  if (whole !== '') return { words: [], isbns: [whole] };
  const parts = plain.split(' ').filter((word) => word !== '');
  if (parts.length === 0) return null;
  if (parts.length > MOST_WORDS) {
    fail('InvalidArgument', `text: ${parts.length} words are more than ${MOST_WORDS}`);
  }
  const isbns = parts.map((word) => toIsbn13(word)).filter((isbn) => isbn !== '');
  const others = parts.filter((word) => toIsbn13(word) === '');
  return { words: foldWords(others.join(' ')), isbns };
}

/**
 * Parses a text that is still being typed: ignores what exceeds the limits instead of rejecting it.
 */
export function readTyped(text: string): { search: Search; whole: string } {
  const plain = util.str
    .normalize(text.slice(0, 100), 'nfkc')
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
    .join(' ')
    .slice(0, MOST_CHARACTERS);
  const { words, isbns } = toSearch(plain) ?? { words: [], isbns: [] };
  const some = words.filter((word) => word.length <= MOST_CHARACTERS);
  return { search: { words: some, isbns }, whole: foldText(plain) };
}

/**
 * The folded words of a value that the books' texts contain; none if it is longer than any there.
 */
export function wordsOf(value: string): string[] {
  return value.length > MOST_CHARACTERS ? [] : foldWords(util.str.normalize(value, 'nfkc'));
}

/** The conditions that `book_text t`, and `book b` if an ISBN is searched, match the search. */
export function toSearchConditions({ words, isbns }: Search): Conditions {
  const texts: string[] = [];
  const values: { [name: string]: Value } = {};
  words.forEach((word, index) => {
    texts.push(`t.folded like :word${index} escape '!'`);
    values[`word${index}`] = `%${escapeWildcards(word)}%`;
  });
  isbns.forEach((isbn, index) => {
    texts.push(`b.isbn = :isbn${index}`);
    values[`isbn${index}`] = isbn;
  });
  // A text without anything searchable matches no book.
  if (texts.length === 0) texts.push('1 = 0');
  return { texts, values };
}

/** A LIKE pattern for values that start with the text; `!` escapes. */
export function beginningWith(text: string): string {
  return `${escapeWildcards(text)}%`;
}

function escapeWildcards(word: string): string {
  return word.replaceAll('!', '!!').replaceAll('%', '!%').replaceAll('_', '!_');
}
