const FORMAT = "'%Y%m%d%H%i%s%f'";

/** The number of digits of a time in a cursor, down to microseconds. */
export const MOMENT_DIGITS = 20;

/** SQL for a time as a cursor writes it. */
export function momentDigits(column: string): string {
  return `date_format(${column}, ${FORMAT})`;
}

/** SQL for the cursor's time, bound as `:order`. */
export const CURSOR_MOMENT = `str_to_date(:order, ${FORMAT})`;
