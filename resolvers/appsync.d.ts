/** The part of the console that AppSync logs. */
declare const console: { error(...values: unknown[]): void };
