const FORMAT = "'%Y%m%d%H%i%s%f'";

/** How many digits a moment has in a cursor, which writes it down to microseconds. */
export const MOMENT_DIGITS = 20;

/** SQL for a moment as a cursor writes it. */
export function momentDigits(column: string): string {
  return `date_format(${column}, ${FORMAT})`;
}

/** SQL for the moment of the cursor, bound as `:order`. */
export const CURSOR_MOMENT = `str_to_date(:order, ${FORMAT})`;
