const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * What was stopped by a link before this stays stopped for links. An undo is for a slip; a link lives
 * for years and may have been passed on, and must not bring mails back that long.
 */
export function undoableSince(now: Date): Date {
  return new Date(now.getTime() - DAY_MS);
}
