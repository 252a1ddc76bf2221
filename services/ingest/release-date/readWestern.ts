import { weekdayOf } from '../../../domain/release/calendar.ts';
import type { Span } from '../../../domain/release/release.ts';
import { checkYear, isoWeek, toDay, toMonth, toMonths } from './calendar.ts';
import { readMonthPart } from './monthPart.ts';
import { refuse } from './refusedDate.ts';
import { weekAround } from './relative.ts';

const SEASONS: { [name: string]: [number, number] } = {
  春: [3, 5],
  夏: [6, 8],
  秋: [9, 11],
  冬: [1, 14],
};

type Reader = [RegExp, (...groups: string[]) => Span];

/** Forms that begin with a Western year, without spaces; the first match counts. */
const READERS: Reader[] = [
  [/^(\d{4})年(\d{1,2})月(\d{1,2})日(.*)$/, readDay],
  [/^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(\D.*|)$/, (y, _, m, d, rest) => readDay(y, m, d, rest)],
  [/^(\d{4})(\d{2})(\d{2})$/, (y, m, d) => readDay(y, m, d, '')],
  [/^(\d{4})年(\d{1,2})月(.*)$/, readMonth],
  [
    /^(\d{4})[/.-](\d{1,2})(\D.*|)$/,
    (y, m, rest) => readMonth(y, m, rest?.replace(/^[/.-](?=.)/, '')),
  ],
  [/^(\d{4})-?W(\d{1,2})$/i, (y, w) => ({ ...isoWeek(Number(y), Number(w)), precision: 'WEEK' })],
  [/^(\d{4})年?の?([春夏秋冬])季?$/, readSeason],
  [/^(\d{4})-?Q(\d)$/i, (y, q) => readQuarter(y, q, [0])],
  [/^(\d{4})年第(\d)四半期$/, (y, q) => readQuarter(y, q, [0, 3])],
  [/^(\d{4})年度第(\d)四半期$/, (y, q) => readQuarter(y, q, [3])],
  [/^(\d{4})年([前後])半$/, (y, half) => months(y, half === '前' ? [1, 6] : [7, 12], 'HALF_YEAR')],
  [
    /^(\d{4})年([上下])半?期$/,
    (y, half) => months(y, half === '上' ? [1, 9] : [7, 15], 'HALF_YEAR'),
  ],
  [
    /^(\d{4})年度(?:([上下])半?期|([前後])半)$/,
    (y, term, half) => months(y, term === '上' || half === '前' ? [4, 9] : [10, 15], 'HALF_YEAR'),
  ],
  [/^(\d{4})年度$/, (y) => months(y, [4, 15], 'YEAR')],
  [/^(\d{4})年末$/, (y) => months(y, [12, 12], 'MONTH')],
  [/^(\d{4})年[初始]め?$/, (y) => months(y, [1, 1], 'MONTH')],
  [/^(\d{4})(?:年|年中|年内)?$/, (y) => months(y, [1, 12], 'YEAR')],
  // A copyright or printing year, or a cataloguer's guess, is evidence of a year but not an
  // announcement.
  [/^(?:c|©|\(c\))(\d{4})年?$/i, readEvidence],
  [/^(\d{4})年?印刷$/, readEvidence],
  [/^\[(\d{4})年?\]$/, readEvidence],
];

/** Parses one date in Western years; null if it has no known form. */
export function readWestern(text: string): Span | null {
  for (const [form, read] of READERS) {
    const match = form.exec(text);
    if (match) return read(...match.slice(1));
  }
  return null;
}

function readDay(year = '', month = '', day = '', rest = ''): Span {
  const date = toDay(Number(year), Number(month), Number(day));
  if (rest === 'の週') return weekAround(date);
  if (rest !== '') checkWeekday(date, rest);
  return { earliest: date, latest: date, precision: 'DAY' };
}

function checkWeekday(date: string, rest: string): void {
  const match =
    /^(?:\(([日月火水木金土])(?:曜日?)?(?:[・,、]?祝)?\)|([日月火水木金土])曜日?)$/.exec(rest);
  const weekday = match?.[1] ?? match?.[2];
  if (weekday === undefined) refuse('unknown-form');
  else if ('日月火水木金土'.indexOf(weekday) !== weekdayOf(date)) {
    refuse('weekday-mismatch');
  }
}

function readMonth(year = '', month = '', rest = ''): Span {
  const { first, last } = toMonth(Number(year), Number(month));
  if (rest === '' || rest === '中') return { earliest: first, latest: last, precision: 'MONTH' };
  return readMonthPart(first, last, rest.replace(/^の/, '')) ?? refuse('unknown-form');
}

function readSeason(year = '', season = ''): Span {
  return months(year, SEASONS[season] ?? refuse('unknown-form'), 'SEASON');
}

/** Returns the union of the quarter in each way of counting; `offsets` are months after January. */
function readQuarter(year = '', quarter = '', offsets: number[] = []): Span {
  checkYear(Number(year));
  const number = Number(quarter);
  if (number < 1 || number > 4) refuse('impossible-date');
  const first = number * 3 - 2;
  return months(year, [first + Math.min(...offsets), first + 2 + Math.max(...offsets)], 'QUARTER');
}

function readEvidence(year = ''): Span {
  return months(year, [-2, 15], 'YEAR_AROUND');
}

function months(year = '', [from, to]: [number, number], precision: Span['precision']): Span {
  return { ...toMonths(Number(year), from, to), precision };
}
