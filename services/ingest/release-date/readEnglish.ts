import type { Span } from '../../../domain/release/release.ts';
import { toDay, toMonth, toMonths } from './calendar.ts';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const SEASONS: { [name: string]: [number, number] } = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  fall: [9, 11],
  winter: [1, 14],
};

/**
 * Parses `14 March 2026`, `March 14, 2026`, `March 2026`, `Spring 2026`, `Q3 2026`; null for
 * others.
 */
export function readEnglish(text: string): Span | null {
  const words = text.toLowerCase();
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]+),? (\d{4})$/.exec(words);
  if (dayFirst) return readDay(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = /^([a-z]+) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(words);
  if (monthFirst) return readDay(monthFirst[3], monthFirst[1], monthFirst[2]);
  const quarter = /^q([1-4]) (\d{4})$/.exec(words) ?? /^(?=\d{4} q)(?:\d{4}) q([1-4])$/.exec(words);
  if (quarter) {
    const first = Number(quarter[1]) * 3 - 2;
    const year = Number(/\d{4}/.exec(words)?.[0]);
    return { ...toMonths(year, first, first + 2), precision: 'QUARTER' };
  }
  const named = /^([a-z]+) (\d{4})$/.exec(words) ?? /^(?:\d{4}) ([a-z]+)$/.exec(words);
  return named ? readNamed(Number(/\d{4}/.exec(words)?.[0]), String(named[1])) : null;
}

function readDay(year = '', month = '', day = ''): Span | null {
  const index = MONTHS.indexOf(month);
  if (index < 0) return null;
  const date = toDay(Number(year), index + 1, Number(day));
  return { earliest: date, latest: date, precision: 'DAY' };
}

function readNamed(year: number, name: string): Span | null {
  const season = SEASONS[name];
  if (season) return { ...toMonths(year, ...season), precision: 'SEASON' };
  const index = MONTHS.indexOf(name);
  if (index < 0) return null;
  const { first, last } = toMonth(year, index + 1);
  return { earliest: first, latest: last, precision: 'MONTH' };
}
