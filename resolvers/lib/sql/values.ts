import type { Row } from './rows.ts';

type Cell = Row[string];

/** A text, or undefined when the column is null or was not selected. */
export function text(cell: Cell): string | undefined {
  return cell === undefined ? undefined : `${cell}`;
}

/** A number, or undefined. The Data API gives whole numbers as numbers. */
export function number(cell: Cell): number | undefined {
  return typeof cell === 'number' ? cell : undefined;
}

/** Whether an `exists` or a TINYINT(1) holds: the Data API gives the one as a number, the other not. */
export function truth(cell: Cell): boolean {
  return cell === true || cell === 1;
}

/** What a JSON column holds. */
export function json<T>(cell: Cell): T | undefined {
  // Only the ingest writes these columns, in the shape that the schema gives.
  return typeof cell === 'string' ? (JSON.parse(cell) as T) : (cell as T | undefined);
}

/** A DATETIME, which is `2026-11-24 07:00:00.123456` or shorter and in UTC, as an AWSDateTime. */
export function instant(cell: Cell): string | undefined {
  if (typeof cell !== 'string') return undefined;
  const milliseconds = `${cell.slice(20, 23)}000`.slice(0, 3);
  return `${cell.slice(0, 10)}T${cell.slice(11, 19)}.${milliseconds}Z`;
}
