import { addDays, partsOf, weekdayOf } from '../../../domain/release/calendar.ts';
import type { Span } from '../../../domain/release/release.ts';
import { refuse } from './refusedDate.ts';

const MONTHS: { [word: string]: number } = {
  今月: 0,
  当月: 0,
  本月: 0,
  来月: 1,
  翌月: 1,
  再来月: 2,
};
const YEARS: { [word: string]: number } = { 今年: 0, 本年: 0, 来年: 1, 明年: 1, 翌年: 1 };

/** Rewrites 来月, 今春, 年内, … into years and months, counted from the file's business date. */
export function fromBaseDate(text: string, baseDate: string | null): string {
  const match =
    /^(今月|当月|本月|来月|翌月|再来月|今年度|来年度|今年|本年|来年|明年|翌年|[今来](?=[春夏秋冬])|年内|年中|年末|年初)(.*)$/.exec(
      text,
    );
  if (!match) return text;
  if (baseDate === null) return refuse('no-base-date');
  const [, word = '', rest = ''] = match;
  const base = partsOf(baseDate);
  const months = MONTHS[word];
  if (months !== undefined) {
    const month = base.month - 1 + months;
    return `${base.year + Math.floor(month / 12)}年${(month % 12) + 1}月${rest}`;
  }
  const years = YEARS[word];
  if (years !== undefined) return `${base.year + years}年${rest}`;
  if (word.endsWith('年度')) {
    const fiscal = base.month < 4 ? base.year - 1 : base.year;
    return `${word === '今年度' ? fiscal : fiscal + 1}年度${rest}`;
  }
  if (word === '今' || word === '来') return `${base.year + (word === '来' ? 1 : 0)}年${rest}`;
  return `${base.year}年${word.slice(1)}${rest}`;
}

/** Parses 今週 and 来週; null for anything else. */
export function readRelativeWeek(text: string, baseDate: string | null): Span | null {
  if (text !== '今週' && text !== '来週') return null;
  if (baseDate === null) return refuse('no-base-date');
  return weekAround(addDays(baseDate, text === '来週' ? 7 : 0));
}

/** Returns the week around a day, covering weeks that begin on Sunday and on Monday. */
export function weekAround(day: string): Span {
  const daysSinceSunday = weekdayOf(day);
  const daysSinceMonday = (daysSinceSunday + 6) % 7;
  return {
    earliest: addDays(day, -Math.max(daysSinceSunday, daysSinceMonday)),
    latest: addDays(day, 6 - Math.min(daysSinceSunday, daysSinceMonday)),
    precision: 'WEEK',
  };
}
