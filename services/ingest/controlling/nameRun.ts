import { randomBytes } from 'node:crypto';

/** Returns a new name for an execution and its run: its subject, the time and a random part. */
export function nameRun(prefix: string, now: Date): string {
  const time = now.toISOString().replace(/[-:]/g, '').slice(0, 15);
  // The prefix is typed by an operator; a run's id must be plain ASCII.
  const plain = prefix
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 32);
  return `${plain}-${time}-${randomBytes(3).toString('hex')}`;
}
