import type { BookFields } from './bookFields.ts';
import { type NameEntry, toNameEntry } from './nameEntry.ts';
import { recognizeSeries, type SeriesFields } from './recognizeSeries.ts';

/** The range of `book_series.volume_number`. */
const LAST_VOLUME = 999_999.99;

/** The series of a book, and the volume's number in it. */
export type SeriesPlace = [...NameEntry, number: number | null];

/**
 * Returns the series that a book is a volume of, as the merge links it; null for a book without a
 * series.
 */
export function placeInSeries(
  book: SeriesFields & Pick<BookFields, 'titleReading'>,
): SeriesPlace | null {
  const found = recognizeSeries(book);
  if (found === null) return null;
  const { name, number } = found;
  // A feed states the reading of the title: it is the series' reading only if the title is the
  // series' name.
  const entry = toNameEntry('s', name, name === book.title ? book.titleReading : null);
  return entry && [...entry, number === null || number < 0 || number > LAST_VOLUME ? null : number];
}
