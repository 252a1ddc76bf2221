/** One entry of an answer's `errors`, as AppSync writes it. */
export interface ErrorEntry {
  message: string;
  errorType?: string | null;
  path?: (string | number)[] | null;
}

/** What Shinkan answered in place of data. */
export class ShinkanError extends Error {
  /** One of the values that the schema lists, or another of AppSync's own; null when there was none. */
  readonly errorType: string | null;
  /** Every error of the answer; the message is that of the first. */
  readonly errors: ErrorEntry[];

  constructor(errors: ErrorEntry[]) {
    super(errors[0]?.message ?? 'Shinkan answered with neither data nor an error');
    this.name = 'ShinkanError';
    this.errorType = errors[0]?.errorType ?? null;
    this.errors = errors;
  }
}
