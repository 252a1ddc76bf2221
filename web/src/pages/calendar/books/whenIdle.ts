/** The delay in a browser without idle callbacks. */
const A_WHILE_MS = 500;

/** Runs a callback when the browser is idle. Returns a function that cancels it. */
export function whenIdle(act: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const asked = requestIdleCallback(act);
    return () => cancelIdleCallback(asked);
  }
  const timer = setTimeout(act, A_WHILE_MS);
  return () => clearTimeout(timer);
}
