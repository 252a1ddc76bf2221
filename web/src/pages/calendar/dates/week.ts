import {
  addDays,
  type Day,
  partsOf,
  type Weekday,
  weekdayOf,
} from '../../../../../domain/release/calendar.ts';
import { firstDayOf, lastDayOf, type Month } from './month.ts';

/** The number of days of its week before a day. */
export const daysIntoWeek = (day: Day, weekStart: Weekday): number =>
  (weekdayOf(day) - weekStart + 7) % 7;

/** Every day of a month in order. */
export function daysOf(month: Month): Day[] {
  const first = firstDayOf(month);
  return Array.from({ length: partsOf(lastDayOf(month)).day }, (_, index) => addDays(first, index));
}

/** The weeks of a month; null for a day of the previous or next month. */
export function weeksOf(month: Month, weekStart: Weekday): (Day | null)[][] {
  const before = daysIntoWeek(firstDayOf(month), weekStart);
  const places = [...Array<null>(before).fill(null), ...daysOf(month)];
  return Array.from({ length: Math.ceil(places.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => places[week * 7 + weekday] ?? null),
  );
}
