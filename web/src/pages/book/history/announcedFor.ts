import type {
  HistoryEntryPartsFragment,
  ReleasePartsFragment,
} from '../../../generated/documents.ts';

/**
 * Returns the date that was first announced for a book. The log records what each move replaced, so
 * it is the old date of the first move; without a move, the current date. Null while later events
 * are not loaded.
 */
export function announcedFor(
  events: HistoryEntryPartsFragment[],
  now: ReleasePartsFragment,
  isWhole: boolean,
): ReleasePartsFragment | null {
  const moved = events.find(({ change }) => change !== null)?.change;
  return moved?.from ?? (isWhole ? now : null);
}
