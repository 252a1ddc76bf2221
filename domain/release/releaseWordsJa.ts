import { type Day, partsOf } from './calendar.ts';
import type { ReleaseWords } from './releaseWords.ts';

const seasons = { spring: '春', summer: '夏', autumn: '秋', winter: '冬' };

const month = (day: Day, year: boolean) => {
  const at = partsOf(day);
  return year ? `${at.year}年${at.month}月` : `${at.month}月`;
};

/** Japanese texts of release dates, in a bookseller's style. */
export const releaseWordsJa: ReleaseWords = {
  unknown: '発売日未定',
  month,
  day: (day, year) => `${month(day, year)}${partsOf(day).day}日`,
  third: (day, third, year) => month(day, year) + ['上旬', '中旬', '下旬'][third],
  half: (day, half, year) => month(day, year) + ['前半', '後半'][half],
  days(first, last, year) {
    const [from, to] = [partsOf(first), partsOf(last)];
    const start = `${month(first, year)}${from.day}日`;
    if (from.year !== to.year)
      return `${month(first, true)}${from.day}日〜${month(last, true)}${to.day}日`;
    if (from.month !== to.month) return `${start}〜${month(last, false)}${to.day}日`;
    return `${start}〜${to.day}日`;
  },
  months(first, last, year) {
    const [from, to] = [partsOf(first), partsOf(last)];
    if (from.year !== to.year) return `${month(first, true)}〜${month(last, true)}`;
    return `${year ? `${from.year}年` : ''}${from.month}〜${to.month}月`;
  },
  season: (year, season) => `${year}年${seasons[season]}`,
  year: (year) => `${year}年`,
  fiscalYear: (year) => `${year}年度`,
  week: (days) => `${days}の週`,
  around: (when) => `${when}頃`,
  from: (when) => `${when}以降`,
  until: (when) => `${when}まで`,
  untilEndOf: (when) => `${when}末まで`,
  withMonths: (season, months) => `${season}(${months})`,
};
