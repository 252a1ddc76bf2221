import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import type { BookOfPage } from './BookOfPage.ts';
import { SeriesFact } from './SeriesFact.tsx';

/** A book's facts from the feed; omits those that the feed does not give. */
export function BookDetails({ book, headingId }: { book: BookOfPage; headingId: string }) {
  const t = useTranslations('book');
  const publisher = book.publisher && (
    <Link to={`/?${new URLSearchParams({ publisher: book.publisher })}`}>{book.publisher}</Link>
  );
  const isOfSeries = book.seriesPlace !== null || book.series.length > 0;
  const facts: [string, ReactNode][] = [
    [t('publisher'), publisher],
    [t('seller'), book.seller === book.publisher ? null : book.seller],
    [t('label'), book.label],
    [t('series'), isOfSeries && <SeriesFact book={book} />],
    [t('volume'), book.volume],
    [t('edition'), book.edition],
    [t('form'), book.form],
    [t('pages'), book.pages],
    [t('isbn'), book.isbn],
  ];
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId}>{t('details')}</h2>
      <dl className="facts">
        {facts
          .filter(([, fact]) => fact)
          .map(([name, fact]) => (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd lang="ja">{fact}</dd>
            </Fragment>
          ))}
      </dl>
    </section>
  );
}
