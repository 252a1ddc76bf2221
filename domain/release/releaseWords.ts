import type { Day } from './calendar.ts';

export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

/** The parts of a release date in one language. `year` is false if the year is left out. */
export interface ReleaseWords {
  unknown: string;
  day(day: Day, year: boolean): string;
  month(day: Day, year: boolean): string;
  third(day: Day, third: 0 | 1 | 2, year: boolean): string;
  half(day: Day, half: 0 | 1, year: boolean): string;
  days(from: Day, to: Day, year: boolean): string;
  months(from: Day, to: Day, year: boolean): string;
  season(year: number, season: Season): string;
  year(year: number): string;
  fiscalYear(year: number): string;
  week(days: string): string;
  around(when: string): string;
  from(when: string): string;
  until(when: string): string;
  untilEndOf(month: string): string;
  withMonths(season: string, months: string): string;
}
