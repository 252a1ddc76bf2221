/** Returns a schedule's next run after a given time; null if it never runs again. */
export type NextRun = (after: Date) => Date | null;
