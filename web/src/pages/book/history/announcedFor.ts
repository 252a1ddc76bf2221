import type {
  HistoryEntryPartsFragment,
  ReleasePartsFragment,
} from '../../../generated/documents.ts';

/**
 * The date for which a book was announced first. The log keeps what a date moved from, so it is what
 * the first move left; without a move it is the date of today. Null while later events are unread.
 */
export function announcedFor(
  events: HistoryEntryPartsFragment[],
  now: ReleasePartsFragment,
  isWhole: boolean,
): ReleasePartsFragment | null {
  const moved = events.find(({ change }) => change !== null)?.change;
  return moved?.from ?? (isWhole ? now : null);
}
