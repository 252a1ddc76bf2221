/** What the runner tells a function's process. Payloads are JSON text. */
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

/** What a function's process tells the runner. */
export type FromRuntime =
  /** The runtime runs and begins to load the function. */
  | { kind: 'up' }
  | { kind: 'ready' }
  | { kind: 'answer'; id: string; payload: string }
  | { kind: 'answer'; id: string; failure: FunctionFailure };
