/** How long a browser without idle callbacks is given to finish what it does. */
const A_WHILE_MS = 500;

/** Does something when the browser has nothing better to do. Returns what calls it off. */
export function whenIdle(act: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const asked = requestIdleCallback(act);
    return () => cancelIdleCallback(asked);
  }
  const timer = setTimeout(act, A_WHILE_MS);
  return () => clearTimeout(timer);
}
