/** Why an execution failed, in the words of the function that did, where there is one. */
export function describeFailure(execution: {
  error?: string | null | undefined;
  cause?: string | null | undefined;
}): string | null {
  const { error, cause } = execution;
  // Step Functions tells a function's error as JSON, cut off where it is long.
  const message = /"errorMessage":("(?:[^"\\]|\\.)*")/.exec(cause ?? '')?.[1];
  return message === undefined ? (cause ?? error ?? null) : JSON.parse(message);
}
