/** Parses a DATETIME as returned by the Data API: text without a zone. Ours are UTC. */
export function readTime(cell: unknown): Date {
  return new Date(`${String(cell).replace(' ', 'T')}Z`);
}

/** Formats a time for SQL: UTC, with milliseconds. */
export function writeTime(time: Date): string {
  return time.toISOString().replace('T', ' ').replace('Z', '');
}
