import type { BookFields } from './bookFields.ts';
import { type NameEntry, toNameEntry } from './nameEntry.ts';
import { recognizeSeries, type SeriesFields } from './recognizeSeries.ts';

/** What `book_series.volume_number` holds. */
const LAST_VOLUME = 999_999.99;

/** The series of a book, and the number of the volume in it. */
export type SeriesPlace = [...NameEntry, number: number | null];

/** The series that a book is a volume of, as the merge links it; null for a book that stands alone. */
export function placeInSeries(
  book: SeriesFields & Pick<BookFields, 'titleReading'>,
): SeriesPlace | null {
  const found = recognizeSeries(book);
  if (found === null) return null;
  const { name, number } = found;
  // A feed gives the reading of the title: that of the series where the title is nothing else.
  const entry = toNameEntry('s', name, name === book.title ? book.titleReading : null);
  return entry && [...entry, number === null || number < 0 || number > LAST_VOLUME ? null : number];
}
