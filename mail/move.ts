import type { ReleaseChange, ToldRelease } from './releaseChange.ts';

const DAY_MS = 24 * 60 * 60_000;

/**
 * By how many days a date has moved: by as many as that end of the interval which moved the farthest.
 * 0 when both ends are where they were, whatever the words; infinite when an end has opened or closed.
 */
export function moveSize({ from, to }: ReleaseChange): number {
  return Math.max(daysBetween(from.earliest, to.earliest), daysBetween(from.latest, to.latest));
}

/** Whether the source only says more exactly now what it has said before. */
export function isNarrower({ from, to }: ReleaseChange): boolean {
  return moveSize({ from, to }) > 0 && start(to) >= start(from) && end(to) <= end(from);
}

/** Which way a date went: past the whole of the former interval, ahead of all of it, or neither. */
export function directionOf({ from, to }: ReleaseChange): 'LATER' | 'EARLIER' | 'OTHER' {
  if (start(to) > end(from)) return 'LATER';
  return end(to) < start(from) ? 'EARLIER' : 'OTHER';
}

const start = ({ earliest }: ToldRelease) => (earliest === null ? -Infinity : Date.parse(earliest));
const end = ({ latest }: ToldRelease) => (latest === null ? Infinity : Date.parse(latest));

function daysBetween(before: string | null, after: string | null): number {
  if (before === after) return 0;
  if (before === null || after === null) return Infinity;
  return Math.abs(Date.parse(after) - Date.parse(before)) / DAY_MS;
}
