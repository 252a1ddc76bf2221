import { util } from '@aws-appsync/utils';
import { foldText } from '../../../domain/text/foldText.ts';
import { foldWords } from '../../../domain/text/foldWords.ts';
import type { Conditions } from '../books/source.ts';
import { fail } from '../request/fail.ts';
import type { Value } from '../sql/query.ts';
import { toIsbn13 } from './isbn.ts';

/** What is looked for; all of it must be found. */
export interface Search {
  /** Folded as the books are. */
  words: string[];
  /** Of thirteen digits. */
  isbns: string[];
}

/** Far more than a title, a name and an ISBN; each word and each character costs a look. */
const MOST_WORDS = 8;
export const MOST_CHARACTERS = 200;

/** What a text asks for; null for one of spaces alone. Nothing is in both lists when it holds signs alone. */
export function readSearch(text: string | null | undefined): Search | null {
  const written = text ?? '';
  // Before anything is done with it: normalizing makes up to 18 characters of one.
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

/** What a text asks for that is still being typed: no more of it than counts, and nothing is refused. */
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

/** The folded words of a value that stands in the books' texts; none of one that is longer than any there. */
export function wordsOf(value: string): string[] {
  return value.length > MOST_CHARACTERS ? [] : foldWords(util.str.normalize(value, 'nfkc'));
}

/** The conditions that `book_text t`, and `book b` where an ISBN is looked for, hold what is looked for. */
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
  // A text of nothing that could be looked for is in no book.
  if (texts.length === 0) texts.push('1 = 0');
  return { texts, values };
}

/** A pattern of LIKE for what begins with the text; `!` escapes. */
export function beginningWith(text: string): string {
  return `${escapeWildcards(text)}%`;
}

function escapeWildcards(word: string): string {
  return word.replaceAll('!', '!!').replaceAll('%', '!%').replaceAll('_', '!_');
}
