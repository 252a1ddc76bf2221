import { type Day, partsOf } from './calendar.ts';
import type { ReleaseWords } from './releaseWords.ts';

const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

const name = (day: Day) => months[partsOf(day).month - 1] ?? '';
const tail = (day: Day, year: boolean) => (year ? ` ${partsOf(day).year}` : '');
const month = (day: Day, year: boolean) => name(day) + tail(day, year);
const date = (day: Day, year: boolean) => `${partsOf(day).day} ${month(day, year)}`;

/** English texts of release dates, day before month. */
export const releaseWordsEn: ReleaseWords = {
  unknown: 'date to be announced',
  month,
  day: date,
  third: (day, third, year) => `${['early', 'mid', 'late'][third]} ${month(day, year)}`,
  half: (day, half, year) => `${['first', 'second'][half]} half of ${month(day, year)}`,
  days(first, last, year) {
    const [from, to] = [partsOf(first), partsOf(last)];
    if (from.year !== to.year) return `${date(first, true)} – ${date(last, true)}`;
    if (from.month !== to.month) return `${date(first, false)} – ${date(last, year)}`;
    return `${from.day}–${date(last, year)}`;
  },
  months(first, last, year) {
    if (partsOf(first).year !== partsOf(last).year)
      return `${month(first, true)} – ${month(last, true)}`;
    return `${name(first)}–${month(last, year)}`;
  },
  season: (year, season) => `${season} ${year}`,
  year: String,
  fiscalYear: (year) => `fiscal year ${year}`,
  week: (days) => `week of ${days}`,
  around: (when) => `around ${when}`,
  from: (when) => `${when} or later`,
  until: (when) => `by ${when}`,
  untilEndOf: (when) => `by end of ${when}`,
  withMonths: (season, range) => `${season} (${range})`,
};
