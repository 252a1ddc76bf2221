import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { seriesAddress } from '../../lib/catalogueAddress.ts';
import type { BookOfPage } from './BookOfPage.ts';

/**
 * A book's series as worded in the feed, and the catalogue series that it is a volume of, with a
 * link.
 */
export function SeriesFact({ book }: { book: BookOfPage }) {
  const t = useTranslations('book');
  const place = book.seriesPlace;
  const stated = book.series
    .filter(({ name }) => name !== place?.series.name)
    .map(({ name, number }) => (number ? `${name} ${number}` : name));
  return (
    <>
      {place && <Link to={seriesAddress(place.series.id)}>{place.series.name}</Link>}
      {place?.number != null && saysNumber(book.volume, place.number) && (
        <> {t('volumeNumber', { number: String(place.number) })}</>
      )}
      {place && stated.length > 0 && ' / '}
      {stated.join(' / ')}
    </>
  );
}

/** 上 counts as 1 but does not say so. */
const saysNumber = (volume: string | null, number: number): boolean =>
  volume === null || volume.normalize('NFKC').includes(String(number));
