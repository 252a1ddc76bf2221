const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Returns the earliest stop that a link may still undo. An undo is for a slip; a link lives for
 * years and may be passed on, so it must not be able to resume mails that long.
 */
export function undoableSince(now: Date): Date {
  return new Date(now.getTime() - DAY_MS);
}
