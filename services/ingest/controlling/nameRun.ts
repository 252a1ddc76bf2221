import { randomBytes } from 'node:crypto';

/** A new name for an execution, and for the run that it makes: what it is about, when, and chance. */
export function nameRun(prefix: string, now: Date): string {
  const time = now.toISOString().replace(/[-:]/g, '').slice(0, 15);
  // The prefix is what somebody typed; a run's id is plain ASCII, whatever that was.
  const plain = prefix
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 32);
  return `${plain}-${time}-${randomBytes(3).toString('hex')}`;
}
