/** How precisely a date is known; the names of GraphQL's `ReleasePrecision`. */
export const RELEASE_PRECISIONS = [
  'DAY',
  'DAY_AROUND',
  'THIRD',
  'THIRD_AROUND',
  'HALF_MONTH',
  'WEEK',
  'MONTH',
  'MONTH_AROUND',
  'QUARTER',
  'HALF_YEAR',
  'SEASON',
  'SEASON_AROUND',
  'YEAR',
  'YEAR_AROUND',
  'FROM',
  'UNTIL',
  'RANGE',
  'UNKNOWN',
] as const;

export type ReleasePrecision = (typeof RELEASE_PRECISIONS)[number];

/** Inclusive days in Japan as `YYYY-MM-DD`; null is an open end. */
export interface ReleaseInterval {
  earliest: string | null;
  latest: string | null;
  precision: ReleasePrecision;
}

/** An interval with both ends known. */
export interface Span extends ReleaseInterval {
  earliest: string;
  latest: string;
}

/** A book's planned release; `text` is the source's wording. */
export interface Release extends ReleaseInterval {
  text: string;
}
