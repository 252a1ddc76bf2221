import type { Profile } from '../profile/profile.ts';

/** What a file's name says about it. */
export interface FileName {
  /** The business date as `YYYY-MM-DD`; null if the name has none or it does not exist. */
  baseDate: string | null;
  /** Whether the file lists every upcoming book, so that absences count. */
  isFull: boolean;
}

/** Parses the last part of an object key by the profile's patterns. */
export function readFileName(key: string, profile: Profile): FileName {
  const name = key.slice(key.lastIndexOf('/') + 1);
  const digits = new RegExp(profile.baseDate).exec(name)?.groups?.date;
  return {
    baseDate: digits === undefined ? null : toDay(digits),
    isFull: profile.fullFile !== null && new RegExp(profile.fullFile).test(name),
  };
}

function toDay(digits: string): string | null {
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : null;
}
