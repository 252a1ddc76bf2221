import type { ReleaseInterval } from '../../../domain/release/release.ts';
import type { ReleaseChange } from '../reading/releaseChange.ts';

const DAY_MS = 24 * 60 * 60_000;

/**
 * Returns by how many days a date has moved: the larger of the shifts of the interval's two ends. 0
 * if both ends are unchanged, even if the wording differs; infinite if an end was opened or closed.
 */
export function moveSize({ from, to }: ReleaseChange): number {
  return Math.max(daysBetween(from.earliest, to.earliest), daysBetween(from.latest, to.latest));
}

/**
 * What a move means to a subscriber: the date is now a single day within the former interval, a
 * narrower interval within it, no longer known, after all of it, before all of it, or none of
 * these.
 */
export type Move = 'DECIDED' | 'NARROWED' | 'UNDATED' | 'LATER' | 'EARLIER' | 'MOVED';

export function whichMove({ from, to }: ReleaseChange): Move {
  if (to.precision === 'UNKNOWN') return 'UNDATED';
  if (start(to) >= start(from) && end(to) <= end(from)) {
    return to.precision === 'DAY' ? 'DECIDED' : 'NARROWED';
  }
  if (start(to) > end(from)) return 'LATER';
  return end(to) < start(from) ? 'EARLIER' : 'MOVED';
}

const start = ({ earliest }: ReleaseInterval) =>
  earliest === null ? -Infinity : Date.parse(earliest);
const end = ({ latest }: ReleaseInterval) => (latest === null ? Infinity : Date.parse(latest));

function daysBetween(before: string | null, after: string | null): number {
  if (before === after) return 0;
  if (before === null || after === null) return Infinity;
  return Math.abs(Date.parse(after) - Date.parse(before)) / DAY_MS;
}
