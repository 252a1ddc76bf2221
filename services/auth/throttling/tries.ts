import { randomBytes } from 'node:crypto';
import type { Row } from '../../../db/database.ts';
import { readTime } from '../../../db/time.ts';
import type { Limit, Refused } from './admission.ts';

const WINDOW_MS = 15 * 60_000;
/** The share of a minute's passwords that may be checked at once. */
const BURST_MS = 10_000;

/** A try as stored in a row: milliseconds since 1970, and a random suffix. 20 characters. */
export function newTry(now: Date): string {
  const letters = [...randomBytes(7)].map((byte) => String.fromCharCode(97 + (byte % 26)));
  return toDigits(now.getTime()) + letters.join('');
}

/** The values that a claim compares with. */
export interface Bounds {
  now: Date;
  /** Tries from then or earlier no longer count. */
  since: string;
  /** A try that the allowed pace admits only later than this must wait. */
  latest: Date;
  /** How much of the pace each try takes, in microseconds. */
  gap: number;
  [name: string]: Date | string | number;
}

/** @param perMinute how many passwords may be checked in a minute */
export function boundsAt(now: Date, perMinute: number): Bounds {
  const gapMs = 60_000 / perMinute;
  const ahead = Math.max(0, BURST_MS - gapMs);
  return {
    now,
    since: toDigits(now.getTime() - WINDOW_MS),
    latest: new Date(now.getTime() + ahead),
    gap: Math.round(gapMs * 1000),
  };
}

/** Returns the longest wait that any of the rows requires; null if none does. */
export function waitOf(rows: Row[], limitOf: (row: Row) => Limit, at: Bounds): Refused | null {
  const waits = rows.flatMap((row): { ms: number; limit: Limit }[] => [
    // The oldest try that the limit has room for; empty if there are fewer.
    { ms: Number(row.full_since || 0) - Number(at.since), limit: limitOf(row) },
    { ms: readTime(row.free_at).getTime() - at.latest.getTime(), limit: 'total' },
  ]);
  const longest = waits.sort((left, right) => right.ms - left.ms)[0];
  if (longest === undefined || longest.ms <= 0) return null;
  return { seconds: Math.ceil(longest.ms / 1000), limit: longest.limit };
}

function toDigits(milliseconds: number): string {
  return String(milliseconds).padStart(13, '0');
}
