import { addDays, type Day, type Weekday } from '../../../../../domain/release/calendar.ts';
import { monthOf } from '../dates/month.ts';
import { isDay, sameDayIn } from '../dates/steps.ts';
import { daysIntoWeek } from '../dates/week.ts';

/**
 * Returns the day that a key moves to: arrows by day and week, Page Up and Page Down by month, Home
 * and End within the week's part of the month. Null for other keys and past the last page.
 */
export function dayByKey(key: string, day: Day, weekStart: Weekday): Day | null {
  const next = step(key, day, weekStart);
  return next !== null && isDay(next) ? next : null;
}

function step(key: string, day: Day, weekStart: Weekday): Day | null {
  const into = daysIntoWeek(day, weekStart);
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'PageUp':
      return sameDayIn(day, -1);
    case 'PageDown':
      return sameDayIn(day, 1);
    case 'Home':
      return withinMonth(day, -into);
    case 'End':
      return withinMonth(day, 6 - into);
    default:
      return null;
  }
}

/** Adds days, but stays within the month. */
function withinMonth(day: Day, days: number): Day {
  const towards = Math.sign(days);
  let left = Math.abs(days);
  let at = day;
  while (left > 0 && monthOf(addDays(at, towards)) === monthOf(day)) {
    at = addDays(at, towards);
    left -= 1;
  }
  return at;
}
