/**
 * Lets a client that always opens `wss://` reach this machine, which has no certificate. The client
 * itself is unmodified; the returned function reverts the change.
 */
export function openLocalSocketsWithoutTls(): () => void {
  const original = globalThis.WebSocket;
  globalThis.WebSocket = class extends original {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(String(url).replace(/^wss:\/\/127\.0\.0\.1/, 'ws://127.0.0.1'), protocols);
    }
  };
  return () => {
    globalThis.WebSocket = original;
  };
}
