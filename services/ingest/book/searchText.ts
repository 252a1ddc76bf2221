import { MOST_CHARACTERS } from '../../../db/search/postings.ts';
import { indexText } from '../../../domain/text/indexText.ts';
import { cutText } from '../../lib/cutText.ts';
import type { BookFields } from './bookFields.ts';

/** What a book is found by. */
export type SearchedFields = Pick<
  BookFields,
  'title' | 'subtitle' | 'titleReading' | 'volume' | 'contributors' | 'series' | 'publisher'
>;

/**
 * The folded text that a book is found by. The volume stands behind the title, so that 雪国3 is found
 * as one word. What the feed does not give, such as a reading, is not guessed. At most as long as can be
 * found, which fits the columns that carry it: what there can be very many of stands last, where it is cut.
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
