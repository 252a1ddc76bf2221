import { memo } from 'react';
import type { BookCardPartsFragment } from '../../generated/documents.ts';
import { BookCard } from './BookCard.tsx';

/** A book's place on the list: drawn when it comes near, and anew only when the book has changed. */
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
