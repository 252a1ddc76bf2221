/** A DATETIME as the Data API returns it: text without a zone. Ours are UTC. */
export function readTime(cell: unknown): Date {
  return new Date(`${String(cell).replace(' ', 'T')}Z`);
}

/** A time as SQL writes it: in UTC, with milliseconds. */
export function writeTime(time: Date): string {
  return time.toISOString().replace('T', ' ').replace('Z', '');
}
