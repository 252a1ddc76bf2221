import type { Day } from '../../../../../domain/release/calendar.ts';
import type { Stretch } from '../dates/calendarAddress.ts';
import { lastDayOf, type Month } from '../dates/month.ts';

/**
 * Returns the periods in which a book may still appear in a month. For a past month, omits periods
 * that reach beyond it, since those books can no longer appear in it, but keeps periods that ended
 * in it, whose books are late.
 */
export function stretchesOf<T extends { release: Stretch }>(
  stretches: readonly T[],
  month: Month,
  today: Day,
): T[] {
  const end = lastDayOf(month);
  if (end >= today) return [...stretches];
  return stretches.filter(({ release }) => release.latest !== null && release.latest <= end);
}
