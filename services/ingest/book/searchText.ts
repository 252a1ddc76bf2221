import { MOST_CHARACTERS } from '../../../db/search/postings.ts';
import { indexText } from '../../../domain/text/indexText.ts';
import { cutText } from '../../lib/cutText.ts';
import type { BookFields } from './bookFields.ts';

/** The fields that the search covers. */
export type SearchedFields = Pick<
  BookFields,
  'title' | 'subtitle' | 'titleReading' | 'volume' | 'contributors' | 'series' | 'publisher'
>;

/**
 * Returns a book's folded search text. The volume follows the title, so that 雪国3 is found as one
 * word. What the feed does not state, such as a reading, is not guessed. Cut to the searchable
 * length, which fits the columns that carry it: the fields of unlimited length come last, where the
 * text is cut.
 */
export function searchText(book: SearchedFields): string {
  const behind = book.volume === null ? '' : ` ${book.volume}`;
  const text = indexText([
    `${book.title ?? ''}${behind}`,
    book.publisher,
    ...book.series.map(({ name }) => name),
    book.subtitle,
    book.titleReading,
    ...book.contributors.flatMap(({ name, reading }) => [name, reading]),
  ]);
  return cutText(text, MOST_CHARACTERS);
}
