import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';
import type { BookCardPartsFragment } from '../../generated/documents.ts';
import { useShowing } from '../../stage/LiveContext.ts';
import { Cover } from '../cover/Cover.tsx';
import { useMarking } from '../marking/MarkingContext.ts';
import { ReleaseLine } from '../release/ReleaseLine.tsx';
import { SubscribeButton } from '../subscription/SubscribeButton.tsx';
import { BookTitle } from './BookTitle.tsx';
import { Contributors } from './Contributors.tsx';
import { Price } from './Price.tsx';
import './book-card.css';

interface BookCardProps {
  book: BookCardPartsFragment;
  /** Whether the card shows the release date because no heading does. */
  dated?: boolean;
  /** The button's label while the member is not subscribed. */
  askLabel?: string | undefined;
  /** The level of the heading above it. */
  heading?: 'h2' | 'h3';
  note?: ReactNode;
}

/** A book in a list. */
export function BookCard({
  book,
  dated = false,
  askLabel,
  note,
  heading: Heading = 'h3',
}: BookCardProps) {
  const titleId = useId();
  const marking = useMarking();
  useShowing(book.id);
  const saysStatus = dated || book.status !== 'UPCOMING';
  return (
    <article className="book-card" aria-labelledby={titleId}>
      <Link to={`/books/${book.id}`} className="book-card__cover" tabIndex={-1} aria-hidden="true">
        <Cover book={book} size="card" decorative />
      </Link>
      <div className="book-card__words">
        <Heading id={titleId} className="book-card__title">
          <Link to={`/books/${book.id}`}>
            <BookTitle book={book} />
          </Link>
        </Heading>
        <p className="book-card__people">
          <Contributors contributors={book.contributors} most={3} />
        </p>
        <p className="book-card__facts">
          {book.publisher && (
            <Link to={`/?${new URLSearchParams({ publisher: book.publisher })}`} lang="ja">
              {marking?.mark(book.publisher) ?? book.publisher}
            </Link>
          )}
          <Price book={book} />
        </p>
        {marking?.foundBy(book)}
        {saysStatus && (
          <p className="book-card__status">
            <ReleaseLine status={book.status} release={book.release} />
          </p>
        )}
        {note}
      </div>
      <div className="book-card__action">
        <SubscribeButton book={book} titleId={titleId} askLabel={askLabel} />
      </div>
    </article>
  );
}
