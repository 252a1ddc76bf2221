import type { FunctionFailure } from './messages.ts';

/** A function that failed: `name` is its errorType, as Retry and Catch match it. */
export class FunctionError extends Error {
  readonly failure: FunctionFailure;

  constructor(failure: FunctionFailure) {
    super(failure.errorMessage);
    this.name = failure.errorType;
    this.failure = failure;
    if (failure.stackTrace.length > 0) this.stack = failure.stackTrace.join('\n');
  }
}
