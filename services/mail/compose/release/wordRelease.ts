import type { ToldRelease } from '../../news/releaseChange.ts';
import { oneLine } from '../oneLine.ts';
import {
  addDays,
  addMonths,
  type Day,
  isMonthEnd,
  isMonthStart,
  monthsIn,
  partsOf,
} from './calendar.ts';
import type { ReleaseWords, Season } from './releaseWords.ts';

const SEASONS: { [month: number]: Season } = {
  1: 'winter',
  3: 'spring',
  6: 'summer',
  9: 'autumn',
  12: 'winter',
};

/**
 * Says when a book is planned to be released, in words that promise no more than the interval does;
 * the site says it in the same words. An interval that does not fit its precision is said as the
 * source said it.
 */
export function wordRelease(release: ToldRelease, words: ReleaseWords): string {
  const { earliest, latest, precision } = release;
  if (precision === 'UNKNOWN') return words.unknown;
  if (precision === 'FROM' && earliest !== null) {
    return words.from(isMonthStart(earliest) ? words.month(earliest) : words.day(earliest));
  }
  if (precision === 'UNTIL' && latest !== null) {
    return isMonthEnd(latest)
      ? words.untilEndOf(words.month(latest))
      : words.until(words.day(latest));
  }
  if (earliest !== null && latest !== null) {
    return wordInterval(earliest, latest, precision, words);
  }
  return oneLine(release.text) || words.unknown;
}

function wordInterval(earliest: Day, latest: Day, precision: string, words: ReleaseWords): string {
  switch (precision) {
    case 'DAY':
      return words.day(earliest);
    case 'DAY_AROUND':
      return words.around(words.day(addDays(earliest, 3)));
    case 'THIRD':
      return words.third(earliest, thirdOf(earliest));
    case 'THIRD_AROUND': {
      const core = addDays(earliest, 5);
      return words.around(words.third(core, thirdOf(core)));
    }
    case 'HALF_MONTH':
      return words.half(earliest, partsOf(earliest).day < 16 ? 0 : 1);
    case 'WEEK':
      return words.week(words.days(earliest, latest));
    case 'MONTH':
      return words.month(earliest);
    case 'MONTH_AROUND':
      return words.around(words.month(addDays(earliest, 10)));
    case 'SEASON':
      return wordSeason(earliest, latest, words, true);
    case 'SEASON_AROUND':
      return words.around(wordSeason(addMonths(earliest, 1), addMonths(latest, -1), words, false));
    case 'YEAR':
      return wordYear(earliest, latest, words);
    case 'YEAR_AROUND':
      return words.around(words.year(partsOf(addMonths(earliest, 3)).year));
    default:
      return wordRange(earliest, latest, words);
  }
}

const thirdOf = (day: Day) => Math.min(2, Math.floor((partsOf(day).day - 1) / 10)) as 0 | 1 | 2;

/** Winter reaches from January to the end of the next February, so its months would mislead. */
function wordSeason(earliest: Day, latest: Day, words: ReleaseWords, withMonths: boolean): string {
  const { year, month } = partsOf(earliest);
  const season = SEASONS[month];
  const length = monthsIn(earliest, latest);
  if (season === 'winter' && length > 3) return words.season(year, season);
  if (!season || season === 'winter' || length !== 3) return words.months(earliest, latest);
  return withMonths
    ? words.seasonWithMonths(year, season, earliest, latest)
    : words.season(year, season);
}

function wordYear(earliest: Day, latest: Day, words: ReleaseWords): string {
  const { year, month } = partsOf(earliest);
  if (monthsIn(earliest, latest) === 12 && month === 1) return words.year(year);
  if (monthsIn(earliest, latest) === 12 && month === 4) return words.fiscalYear(year);
  return words.months(earliest, latest);
}

function wordRange(earliest: Day, latest: Day, words: ReleaseWords): string {
  if (!isMonthStart(earliest) || !isMonthEnd(latest)) return words.days(earliest, latest);
  return monthsIn(earliest, latest) === 1 ? words.month(earliest) : words.months(earliest, latest);
}
