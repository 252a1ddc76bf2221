/** Whether this browser has a network at all; where nobody knows, it has. */
export const isOnline = (): boolean => globalThis.navigator?.onLine !== false;

/** Calls back when the network has gone or come. Returns what ends it. */
export function watchOnline(onChange: () => void): () => void {
  globalThis.addEventListener?.('online', onChange);
  globalThis.addEventListener?.('offline', onChange);
  return () => {
    globalThis.removeEventListener?.('online', onChange);
    globalThis.removeEventListener?.('offline', onChange);
  };
}
