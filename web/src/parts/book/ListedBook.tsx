import { memo } from 'react';
import type { BookCardPartsFragment } from '../../generated/documents.ts';
import { BookCard } from './BookCard.tsx';

/**
 * A book in a list: rendered when it comes near the window, and re-rendered only if the book
 * changes.
 */
export const ListedBook = memo(function ListedBook(props: {
  book: BookCardPartsFragment;
  dated?: boolean;
}) {
  return (
    <li className="listed-book" data-place={props.book.id}>
      <BookCard {...props} />
    </li>
  );
});
