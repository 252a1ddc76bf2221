import type { Day } from '../../../../../domain/release/calendar.ts';
import type { Stretch } from '../dates/calendarAddress.ts';
import { lastDayOf, type Month } from '../dates/month.ts';

/**
 * The stretches in which a book may still come in a month. When the month is over, what reaches
 * beyond it cannot come there any more; what has ended in it is still told of, since it is late.
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
