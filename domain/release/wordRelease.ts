import {
  addDays,
  addMonths,
  type Day,
  isMonthEnd,
  isMonthStart,
  monthsIn,
  partsOf,
} from './calendar.ts';
import type { Release } from './release.ts';
import type { ReleaseWords, Season } from './releaseWords.ts';

export interface Wording {
  words: ReleaseWords;
  /** The year to leave out, on a list that states it elsewhere. */
  silentYear?: number | undefined;
  /** Whether a season includes its months. */
  seasonMonths?: boolean;
}

const seasons: Record<number, Season> = {
  3: 'spring',
  6: 'summer',
  9: 'autumn',
  1: 'winter',
  12: 'winter',
};

/**
 * Words a planned release so that it promises no more than the interval. Falls back to the source's
 * wording if the interval does not match its precision.
 */
export function wordRelease(release: Release, wording: Wording): string {
  const { earliest, latest, precision } = release;
  const { words } = wording;
  if (precision === 'UNKNOWN') return words.unknown;
  if (precision === 'FROM' && earliest) return words.from(wordStart(earliest, wording));
  if (precision === 'UNTIL' && latest) return wordUntil(latest, wording);
  if (earliest && latest) return wordInterval(earliest, latest, release, wording);
  return release.text || words.unknown;
}

function wordInterval(
  earliest: Day,
  latest: Day,
  { precision }: Release,
  wording: Wording,
): string {
  const { words } = wording;
  const year = saysYear(earliest, wording) || saysYear(latest, wording);
  switch (precision) {
    case 'DAY':
      return words.day(earliest, year);
    case 'DAY_AROUND':
      return words.around(wordDay(addDays(earliest, 3), wording));
    case 'THIRD':
      return words.third(earliest, thirdOf(earliest), year);
    case 'THIRD_AROUND': {
      const core = addDays(earliest, 5);
      return words.around(words.third(core, thirdOf(core), saysYear(core, wording)));
    }
    case 'HALF_MONTH':
      return words.half(earliest, partsOf(earliest).day < 16 ? 0 : 1, year);
    case 'WEEK':
      return words.week(words.days(earliest, latest, year));
    case 'MONTH':
      return words.month(earliest, year);
    case 'MONTH_AROUND':
      return words.around(wordMonth(addDays(earliest, 10), wording));
    case 'SEASON':
      return wordSeason(earliest, latest, wording);
    case 'SEASON_AROUND':
      return words.around(
        wordSeason(addMonths(earliest, 1), addMonths(latest, -1), {
          ...wording,
          seasonMonths: false,
        }),
      );
    case 'YEAR':
      return wordYear(earliest, latest, words);
    case 'YEAR_AROUND':
      return words.around(words.year(partsOf(addMonths(earliest, 3)).year));
    default:
      return wordRange(earliest, latest, year, words);
  }
}

const thirdOf = (day: Day) => Math.min(2, Math.floor((partsOf(day).day - 1) / 10)) as 0 | 1 | 2;

const saysYear = (day: Day, { silentYear }: Wording) => partsOf(day).year !== silentYear;

const wordDay = (day: Day, wording: Wording) => wording.words.day(day, saysYear(day, wording));

const wordMonth = (day: Day, wording: Wording) => wording.words.month(day, saysYear(day, wording));

function wordStart(day: Day, wording: Wording): string {
  return isMonthStart(day) ? wordMonth(day, wording) : wordDay(day, wording);
}

function wordUntil(day: Day, wording: Wording): string {
  const { words } = wording;
  return isMonthEnd(day)
    ? words.untilEndOf(wordMonth(day, wording))
    : words.until(wordDay(day, wording));
}

/** Winter spans January to the end of the next February, so its months would mislead. */
function wordSeason(earliest: Day, latest: Day, { words, seasonMonths }: Wording): string {
  const { year, month } = partsOf(earliest);
  const season = seasons[month];
  const length = monthsIn(earliest, latest);
  if (season === 'winter' && length > 3) return words.season(year, season);
  if (!season || season === 'winter' || length !== 3) return words.months(earliest, latest, true);
  const named = words.season(year, season);
  return seasonMonths ? words.withMonths(named, words.months(earliest, latest, false)) : named;
}

function wordYear(earliest: Day, latest: Day, words: ReleaseWords): string {
  const { year, month } = partsOf(earliest);
  if (monthsIn(earliest, latest) !== 12) return words.months(earliest, latest, true);
  if (month === 1) return words.year(year);
  return month === 4 ? words.fiscalYear(year) : words.months(earliest, latest, true);
}

function wordRange(earliest: Day, latest: Day, year: boolean, words: ReleaseWords): string {
  if (!isMonthStart(earliest) || !isMonthEnd(latest)) return words.days(earliest, latest, year);
  return monthsIn(earliest, latest) === 1
    ? words.month(earliest, year)
    : words.months(earliest, latest, year);
}
