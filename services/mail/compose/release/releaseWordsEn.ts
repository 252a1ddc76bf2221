import { type Day, partsOf } from './calendar.ts';
import type { ReleaseWords } from './releaseWords.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const name = (at: Day) => MONTHS[partsOf(at).month - 1] ?? '';
const month = (at: Day) => `${name(at)} ${partsOf(at).year}`;
const day = (at: Day) => `${partsOf(at).day} ${month(at)}`;

/** English for release dates, day before month. */
export const releaseWordsEn: ReleaseWords = {
  unknown: 'date to be announced',
  day,
  month,
  third: (at, third) => `${['early', 'mid', 'late'][third]} ${month(at)}`,
  half: (at, half) => `${['first', 'second'][half]} half of ${month(at)}`,
  days(first, last) {
    const [from, to] = [partsOf(first), partsOf(last)];
    if (from.year !== to.year) return `${day(first)} – ${day(last)}`;
    if (from.month !== to.month) return `${from.day} ${name(first)} – ${day(last)}`;
    return `${from.day}–${day(last)}`;
  },
  months(first, last) {
    if (partsOf(first).year !== partsOf(last).year) return `${month(first)} – ${month(last)}`;
    return `${name(first)}–${month(last)}`;
  },
  season: (year, season) => `${season} ${year}`,
  seasonWithMonths: (year, season, first, last) =>
    `${season} ${year} (${name(first)}–${name(last)})`,
  year: String,
  fiscalYear: (year) => `fiscal year ${year}`,
  week: (days) => `week of ${days}`,
  around: (when) => `around ${when}`,
  from: (when) => `${when} or later`,
  until: (when) => `by ${when}`,
  untilEndOf: (when) => `by end of ${when}`,
};
