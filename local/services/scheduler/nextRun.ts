/** Says when a schedule runs next after a moment; null when never again. */
export type NextRun = (after: Date) => Date | null;
