/**
 * A table expression with the numbers from 1 to `last` in its column `seq`, for both engines.
 */
export const numbersTo = (last: number): string =>
  `json_table(concat('[0', repeat(',0', ${last - 1}), ']'), '$[*]' columns (seq for ordinality)) as number`;
