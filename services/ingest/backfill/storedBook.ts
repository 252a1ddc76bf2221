import type { Row } from '../../../db/database.ts';
import type { BookFields } from '../book/bookFields.ts';
import type { Contributor } from '../book/contributors.ts';
import type { SearchedFields } from '../book/searchText.ts';
import type { SeriesStatement } from '../book/series.ts';

/** The part of a stored book that the backfill reads. */
export interface StoredBook extends SearchedFields, Pick<BookFields, 'label'> {
  id: string;
}

export interface StoredRow extends Row {
  id: string;
  title: string;
  subtitle: string | null;
  title_reading: string | null;
  volume: string | null;
  contributors: string;
  series: string;
  publisher: string | null;
  label: string | null;
}

/** The columns of `book b` that a stored book is read from. */
export const STORED_COLUMNS =
  'b.id, b.title, b.subtitle, b.title_reading, b.volume, b.contributors, b.series, b.publisher, b.label';

export function toStoredBook(row: StoredRow): StoredBook {
  return {
    id: row.id,
    title: row.title,
    subtitle: row.subtitle,
    titleReading: row.title_reading,
    volume: row.volume,
    // Only the ingest writes these columns, in this format.
    contributors: JSON.parse(row.contributors) as Contributor[],
    series: JSON.parse(row.series) as SeriesStatement[],
    publisher: row.publisher,
    label: row.label,
  };
}
