/** So much that it can be read in a table; the execution itself has all of it. */
const MOST = 500;

/** Why an execution failed, cut: of a function's error its message, everything else as it is. */
export function wordCause(cause: string | undefined): string | null {
  if (cause === undefined || cause === '') return null;
  // Step Functions tells a function's error as JSON, itself cut off where it is long.
  const message = /"errorMessage":("(?:[^"\\]|\\.)*")/.exec(cause)?.[1];
  return cut(readText(message) ?? cause);
}

/** Null for what is no text of JSON, such as one with a line's end in it. */
function readText(json: string | undefined): string | null {
  try {
    const text: unknown = json === undefined ? null : JSON.parse(json);
    return typeof text === 'string' ? text : null;
  } catch {
    return null;
  }
}

/** The beginning of a text, without half a character at its end. */
export const cut = (text: string): string => text.slice(0, MOST).replace(/[\uD800-\uDBFF]$/, '');
