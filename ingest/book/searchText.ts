import { indexText } from '../../schema/folding/indexText.ts';
import type { BookFields } from './bookFields.ts';

/** What a book is found by. */
export type SearchedFields = Pick<
  BookFields,
  'title' | 'subtitle' | 'titleReading' | 'volume' | 'contributors' | 'series' | 'publisher'
>;

/**
 * The folded text that a book is found by. The volume stands behind the title, so that 雪国3 is found
 * as one word. What the feed does not give, such as a reading, is not guessed. Very long texts are cut at
 * their end, so that what there can be very many of stands last.
 */
export function searchText(book: SearchedFields): string {
  const behind = book.volume === null ? '' : ` ${book.volume}`;
  return indexText([
    `${book.title ?? ''}${behind}`,
    book.publisher,
    ...book.series.map(({ name }) => name),
    book.subtitle,
    book.titleReading,
    ...book.contributors.flatMap(({ name, reading }) => [name, reading]),
  ]);
}
