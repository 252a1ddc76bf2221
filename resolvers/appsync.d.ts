/** The part of the console that AppSync writes to its log. */
declare const console: { error(...values: unknown[]): void };
