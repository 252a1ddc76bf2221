import type { Day } from './calendar.ts';

export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

/** How one language says the parts of a release date. */
export interface ReleaseWords {
  unknown: string;
  day(day: Day): string;
  month(day: Day): string;
  third(day: Day, third: 0 | 1 | 2): string;
  half(day: Day, half: 0 | 1): string;
  days(first: Day, last: Day): string;
  months(first: Day, last: Day): string;
  season(year: number, season: Season): string;
  /** Such as `2026年春(3〜5月)`. */
  seasonWithMonths(year: number, season: Season, first: Day, last: Day): string;
  year(year: number): string;
  fiscalYear(year: number): string;
  week(days: string): string;
  around(when: string): string;
  from(when: string): string;
  until(when: string): string;
  untilEndOf(month: string): string;
}
