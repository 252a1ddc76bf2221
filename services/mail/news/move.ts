import type { ReleaseInterval } from '../../../domain/release/release.ts';
import type { ReleaseChange } from '../reading/releaseChange.ts';

const DAY_MS = 24 * 60 * 60_000;

/**
 * By how many days a date has moved: by as many as that end of the interval which moved the farthest.
 * 0 when both ends are where they were, whatever the words; infinite when an end has opened or closed.
 */
export function moveSize({ from, to }: ReleaseChange): number {
  return Math.max(daysBetween(from.earliest, to.earliest), daysBetween(from.latest, to.latest));
}

/**
 * What a move is to who waits: a day is fixed within what was said before, a closer time is, no time is
 * said any more, it goes past all of the former interval, it comes ahead of all of it, or none of these.
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
