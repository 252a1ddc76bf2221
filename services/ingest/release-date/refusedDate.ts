/** Why an expression is not accepted as a date. */
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

/** Used only inside this folder; `parseReleaseDate` turns it into a result. */
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
