import { cutText } from '../cutText.ts';
import type { BookFields } from './bookFields.ts';
import { foldName, nameId } from './foldName.ts';
import { recognizeSeries, type SeriesFields } from './recognizeSeries.ts';

/** As long as `series` keeps a name and a reading. */
const MOST_CHARACTERS = 500;
/** What `book_series.volume_number` holds. */
const LAST_VOLUME = 999_999.99;

/** The series of a book: id, folded name, name, reading where it is given, number of the volume. */
export type SeriesPlace = [
  id: string,
  key: string,
  name: string,
  reading: string | null,
  number: number | null,
];

/** The series that a book is a volume of, as the merge links it; null for a book that stands alone. */
export function placeInSeries(
  book: SeriesFields & Pick<BookFields, 'titleReading'>,
): SeriesPlace | null {
  const found = recognizeSeries(book);
  const key = found === null ? '' : foldName(found.name);
  if (found === null || key === '') return null;
  const { name, number } = found;
  // A feed gives the reading of the title: that of the series where the title is nothing else.
  const reading = name === book.title ? book.titleReading : null;
  return [
    nameId('s', key),
    key,
    cutText(name, MOST_CHARACTERS),
    reading === null ? null : cutText(reading, MOST_CHARACTERS),
    number === null || number < 0 || number > LAST_VOLUME ? null : number,
  ];
}
