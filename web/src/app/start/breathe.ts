/** Yields to the browser, so that it can paint and handle input between long tasks. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
