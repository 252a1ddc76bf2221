import type { Row } from './rows.ts';

type Cell = Row[string];

/** A string, or undefined if the column is null or was not selected. */
export function text(cell: Cell): string | undefined {
  return cell === undefined ? undefined : `${cell}`;
}

/** A number, or undefined. The Data API returns whole numbers as numbers. */
export function number(cell: Cell): number | undefined {
  return typeof cell === 'number' ? cell : undefined;
}

/**
 * Whether an `exists` or a TINYINT(1) is true: the Data API returns only the former as a number.
 */
export function truth(cell: Cell): boolean {
  return cell === true || cell === 1;
}

/** The value of a JSON column. */
export function json<T>(cell: Cell): T | undefined {
  // Only the ingest writes these columns, in the schema's shape.
  return typeof cell === 'string' ? (JSON.parse(cell) as T) : (cell as T | undefined);
}

/** A DATETIME, which is `2026-11-24 07:00:00.123456` or shorter and in UTC, as an AWSDateTime. */
export function instant(cell: Cell): string | undefined {
  if (typeof cell !== 'string') return undefined;
  const milliseconds = `${cell.slice(20, 23)}000`.slice(0, 3);
  return `${cell.slice(0, 10)}T${cell.slice(11, 19)}.${milliseconds}Z`;
}
