import { addDays } from '../../../domain/release/calendar.ts';
import type { Span } from '../../../domain/release/release.ts';

/** Parses the part after a month: 上旬, 末, 前半, 半ば, 第2週, …; null for anything else. */
export function readMonthPart(first: string, last: string, part: string): Span | null {
  const day = (number: number) => addDays(first, number - 1);
  switch (part) {
    case '上旬':
    case '初旬':
    case '初め':
    case 'はじめ':
    case '月初':
    case '月初め':
    case '初':
    case '頭':
      return { earliest: first, latest: day(10), precision: 'THIRD' };
    case '中旬':
      return { earliest: day(11), latest: day(20), precision: 'THIRD' };
    case '下旬':
    case '末':
    case '月末':
    case '終わり':
      return { earliest: day(21), latest: last, precision: 'THIRD' };
    case '末日':
    case '月末日':
      return { earliest: last, latest: last, precision: 'DAY' };
    case '前半':
      return { earliest: first, latest: day(15), precision: 'HALF_MONTH' };
    case '後半':
      return { earliest: day(16), latest: last, precision: 'HALF_MONTH' };
    case '半ば':
    case 'なかば':
    case '中頃':
    case '中ごろ':
      return { earliest: day(6), latest: day(25), precision: 'THIRD_AROUND' };
  }
  // There is no agreed first day of a month's second week, so the result is the month.
  if (/^第[1-5]週$/.test(part)) return { earliest: first, latest: last, precision: 'MONTH' };
  return null;
}
