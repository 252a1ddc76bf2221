/** A message from the runner to a function's process. Payloads are JSON text. */
export interface ToRuntime {
  id: string;
  payload: string;
  /** Epoch milliseconds. */
  deadline: number;
  context: { [name: string]: string };
}

/** A failed invocation as Lambda reports it. */
export interface FunctionFailure {
  errorType: string;
  errorMessage: string;
  stackTrace: string[];
}

/** A message from a function's process to the runner. */
export type FromRuntime =
  /** The runtime is up and begins to load the function. */
  | { kind: 'up' }
  | { kind: 'ready' }
  | { kind: 'answer'; id: string; payload: string }
  | { kind: 'answer'; id: string; failure: FunctionFailure };
