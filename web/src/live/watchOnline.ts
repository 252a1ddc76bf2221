/** Whether this browser has a network; true if unknown. */
export const isOnline = (): boolean => globalThis.navigator?.onLine !== false;

/** Calls back when the network goes or comes back. Returns a function that stops it. */
export function watchOnline(onChange: () => void): () => void {
  globalThis.addEventListener?.('online', onChange);
  globalThis.addEventListener?.('offline', onChange);
  return () => {
    globalThis.removeEventListener?.('online', onChange);
    globalThis.removeEventListener?.('offline', onChange);
  };
}
