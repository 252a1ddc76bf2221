import { type Day, partsOf } from './calendar.ts';
import type { ReleaseWords } from './releaseWords.ts';

const SEASONS = { spring: '春', summer: '夏', autumn: '秋', winter: '冬' };

const month = (at: Day) => `${partsOf(at).year}年${partsOf(at).month}月`;
const day = (at: Day) => `${month(at)}${partsOf(at).day}日`;
const season = (year: number, name: keyof typeof SEASONS) => `${year}年${SEASONS[name]}`;

/** A bookseller's Japanese for release dates. */
export const releaseWordsJa: ReleaseWords = {
  unknown: '発売日未定',
  day,
  month,
  season,
  third: (at, third) => month(at) + ['上旬', '中旬', '下旬'][third],
  half: (at, half) => month(at) + ['前半', '後半'][half],
  days(first, last) {
    const [from, to] = [partsOf(first), partsOf(last)];
    if (from.year !== to.year) return `${day(first)}〜${day(last)}`;
    return `${day(first)}〜${from.month === to.month ? '' : `${to.month}月`}${to.day}日`;
  },
  months(first, last) {
    const [from, to] = [partsOf(first), partsOf(last)];
    if (from.year !== to.year) return `${month(first)}〜${month(last)}`;
    return `${from.year}年${from.month}〜${to.month}月`;
  },
  seasonWithMonths: (year, name, first, last) =>
    `${season(year, name)}(${partsOf(first).month}〜${partsOf(last).month}月)`,
  year: (year) => `${year}年`,
  fiscalYear: (year) => `${year}年度`,
  week: (days) => `${days}の週`,
  around: (when) => `${when}頃`,
  from: (when) => `${when}以降`,
  until: (when) => `${when}まで`,
  untilEndOf: (when) => `${when}末まで`,
};
