import type { FunctionFailure } from './messages.ts';

/** The failure of a function: `name` is its errorType, which Retry and Catch match. */
export class FunctionError extends Error {
  readonly failure: FunctionFailure;

  constructor(failure: FunctionFailure) {
    super(failure.errorMessage);
    this.name = failure.errorType;
    this.failure = failure;
    if (failure.stackTrace.length > 0) this.stack = failure.stackTrace.join('\n');
  }
}
