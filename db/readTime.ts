import type { Cell } from './database.ts';

/** A DATETIME as the Data API gives it: text without a zone. Ours are UTC. */
export function readTime(cell: Cell | undefined): Date {
  return new Date(`${String(cell).replace(' ', 'T')}Z`);
}
