import type { Day } from '../../../../../domain/release/calendar.ts';
import type { ReleasePartsFragment, ReleasePrecision } from '../../../generated/documents.ts';
import { isMonth, type Month } from './month.ts';
import { isDay } from './steps.ts';

/** A release period without its source's wording. */
export type Stretch = Omit<ReleasePartsFragment, 'text'>;

/** The subject of a calendar page. */
export type CalendarPlace =
  | { kind: 'month'; month: Month }
  | { kind: 'day'; day: Day }
  | { kind: 'stretch'; stretch: Stretch };

export const addressOfMonth = (month: Month): string => `/calendar/${month}`;

export const addressOfDay = (day: Day): string => `/calendar/${day}`;

/** Returns an address such as `/calendar/third_2026-12-01_2026-12-10`; omits an open end. */
export function addressOfStretch({ precision, earliest, latest }: Stretch): string {
  return `/calendar/${precision.toLowerCase()}_${earliest ?? ''}_${latest ?? ''}`;
}

/** Parses the last part of an address; null if the calendar has no such page. */
export function readCalendarAddress(written: string): CalendarPlace | null {
  if (isMonth(written)) return { kind: 'month', month: written };
  if (isDay(written)) return { kind: 'day', day: written };
  const stretch = readStretch(written);
  return stretch && { kind: 'stretch', stretch };
}

const precisions: Record<string, ReleasePrecision> = {
  day_around: 'DAY_AROUND',
  third: 'THIRD',
  third_around: 'THIRD_AROUND',
  half_month: 'HALF_MONTH',
  week: 'WEEK',
  month: 'MONTH',
  month_around: 'MONTH_AROUND',
  quarter: 'QUARTER',
  half_year: 'HALF_YEAR',
  season: 'SEASON',
  season_around: 'SEASON_AROUND',
  year: 'YEAR',
  year_around: 'YEAR_AROUND',
  from: 'FROM',
  until: 'UNTIL',
  range: 'RANGE',
};

function readStretch(written: string): Stretch | null {
  const [, name = '', earliest = '', latest = ''] =
    /^([a-z_]+)_([\d-]*)_([\d-]*)$/.exec(written) ?? [];
  const precision = Object.hasOwn(precisions, name) ? precisions[name] : undefined;
  if (!precision) return null;
  if (!isEnd(earliest, precision !== 'UNTIL') || !isEnd(latest, precision !== 'FROM')) return null;
  if (earliest && latest && earliest > latest) return null;
  return { precision, earliest: earliest || null, latest: latest || null };
}

const isEnd = (written: string, isKnown: boolean) => (isKnown ? isDay(written) : written === '');
