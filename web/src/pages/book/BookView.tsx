import { useId } from 'react';
import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { bookTitle } from '../../../../domain/book/bookTitle.ts';
import { BookTitle } from '../../parts/book/BookTitle.tsx';
import { Contributors } from '../../parts/book/Contributors.tsx';
import { Price } from '../../parts/book/Price.tsx';
import { StatusNote } from '../../parts/book/StatusNote.tsx';
import { Cover } from '../../parts/cover/Cover.tsx';
import { useDocumentTitle } from '../../parts/page/useDocumentTitle.ts';
import { ReleaseLine } from '../../parts/release/ReleaseLine.tsx';
import { SourceWording } from '../../parts/release/SourceWording.tsx';
import { ConsentNote } from '../../parts/subscription/ConsentNote.tsx';
import { SubscribeButton } from '../../parts/subscription/SubscribeButton.tsx';
import { useFollowing, useShowing } from '../../stage/LiveContext.ts';
import { BookDetails } from './BookDetails.tsx';
import type { BookOfPage } from './BookOfPage.ts';
import { BookStructuredData } from './BookStructuredData.tsx';
import { LaterHistory } from './LaterHistory.tsx';

/** At full size, a longer title would push the date off a phone's first screen. */
const LONG_TITLE = 40;

/** A book's page: the cover beside the title, then the facts. */
export function BookView({ book }: { book: BookOfPage }) {
  const t = useTranslations('book');
  const titleId = useId();
  useShowing(book.id);
  useFollowing(book.id);
  useDocumentTitle(bookTitle(book));
  return (
    <article className="book-page" aria-labelledby={titleId}>
      <Cover book={book} size="page" />
      <header className="book-page__head">
        <h1
          id={titleId}
          className="book-page__title"
          data-length={book.title.length > LONG_TITLE ? 'long' : undefined}
        >
          <BookTitle book={book} />
        </h1>
        <p className="book-page__people">
          <Contributors contributors={book.contributors} most={Number.POSITIVE_INFINITY} />
        </p>
        <p className="book-page__release">
          <ReleaseLine status={book.status} release={book.release} onSaleAt={book.onSaleAt} />
        </p>
        {book.status === 'UPCOMING' && <SourceWording release={book.release} />}
        <StatusNote status={book.status} release={book.release} />
        <p className="book-page__price">
          <Price book={book} full />
        </p>
        <SubscribeButton book={book} titleId={titleId} />
        {book.status !== 'ON_SALE' && book.status !== 'CANCELLED' && <ConsentNote />}
      </header>
      <div className="book-page__body">
        {book.description && (
          <section aria-labelledby={`${titleId}description`}>
            <h2 id={`${titleId}description`}>{t('description')}</h2>
            <p className="book-page__description" lang="ja">
              {book.description}
            </p>
          </section>
        )}
        <BookDetails book={book} headingId={`${titleId}details`} />
        <LaterHistory key={book.id} book={book} headingId={`${titleId}history`} />
        <p>
          <Link to="/">{t('back')}</Link>
        </p>
      </div>
      <BookStructuredData book={book} />
    </article>
  );
}
