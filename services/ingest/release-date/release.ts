/** The names of GraphQL's `ReleasePrecision`. */
type ReleasePrecision =
  | 'DAY'
  | 'DAY_AROUND'
  | 'THIRD'
  | 'THIRD_AROUND'
  | 'HALF_MONTH'
  | 'WEEK'
  | 'MONTH'
  | 'MONTH_AROUND'
  | 'QUARTER'
  | 'HALF_YEAR'
  | 'SEASON'
  | 'SEASON_AROUND'
  | 'YEAR'
  | 'YEAR_AROUND'
  | 'FROM'
  | 'UNTIL'
  | 'RANGE'
  | 'UNKNOWN';

/** Inclusive days in Japan as `YYYY-MM-DD`; null is an open end. */
export interface ReleaseInterval {
  earliest: string | null;
  latest: string | null;
  precision: ReleasePrecision;
}

/** When a book is planned to be released; `text` is the cell as received. */
export interface Release extends ReleaseInterval {
  text: string;
}

/** An interval with both ends known. */
export interface Span extends ReleaseInterval {
  earliest: string;
  latest: string;
}

/** Why an expression is not read as a date. */
export type ReleaseDateReason =
  | 'unknown-form'
  | 'impossible-date'
  | 'out-of-range'
  | 'era-out-of-range'
  | 'era-unsupported'
  | 'year-missing'
  | 'two-digit-year'
  | 'year-not-first'
  | 'ambiguous-digits'
  | 'excel-serial'
  | 'number-form'
  | 'no-base-date'
  | 'reversed-range'
  | 'weekday-mismatch'
  | 'status-not-date'
  | 'several-dates'
  | 'onix-format-unsupported';

/** Thrown inside this folder alone; `parseReleaseDate` turns it into a result. */
export class RefusedDate extends Error {
  override name = 'RefusedDate';
  readonly code: ReleaseDateReason;

  constructor(code: ReleaseDateReason) {
    super(code);
    this.code = code;
  }
}

export function refuse(code: ReleaseDateReason): never {
  throw new RefusedDate(code);
}
