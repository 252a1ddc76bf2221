/** One entry of a response's `errors`, in AppSync's format. */
export interface ErrorEntry {
  message: string;
  errorType?: string | null;
  path?: (string | number)[] | null;
}

/** An error response from Shinkan. */
export class ShinkanError extends Error {
  /** One of the schema's error types or one of AppSync's own; null if there was none. */
  readonly errorType: string | null;
  /** All errors of the response; the message is that of the first. */
  readonly errors: ErrorEntry[];

  constructor(errors: ErrorEntry[]) {
    super(errors[0]?.message ?? 'Shinkan answered with neither data nor errors');
    this.name = 'ShinkanError';
    this.errorType = errors[0]?.errorType ?? null;
    this.errors = errors;
  }
}
