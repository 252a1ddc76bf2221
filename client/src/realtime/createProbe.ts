import { type ServerMessage, stopMessage } from './protocol.ts';

/** How long a server may take to answer a probe. */
const TIMEOUT_MS = 5_000;

export interface ProbeOptions {
  send(message: string): void;
  /** Called when the server has not answered. */
  onSilence(): void;
}

/**
 * Checks whether a server is alive. The protocol has no client ping, and browsers cannot send one;
 * but a server must acknowledge a subscription that is started and stopped again.
 */
export function createProbe({ send, onSilence }: ProbeOptions) {
  let asked: { id: string; timer: ReturnType<typeof setTimeout> } | null = null;

  function end() {
    clearTimeout(asked?.timer);
    asked = null;
  }

  return {
    /**
     * Starts a probe unless one is running; `start` returns the message that starts the
     * subscription.
     */
    async begin(id: string, start: () => Promise<string>): Promise<void> {
      if (asked !== null) return;
      asked = { id, timer: setTimeout(onSilence, TIMEOUT_MS) };
      try {
        const message = await start();
        if (asked?.id === id) send(message);
      } catch {
        if (asked?.id === id) onSilence();
      }
    },
    /** Returns whether a message belongs to the probe and must not reach anyone else. */
    hears(message: ServerMessage): boolean {
      if (asked === null || !('id' in message) || message.id !== asked.id) return false;
      if (message.type !== 'error') send(stopMessage(asked.id));
      end();
      return true;
    },
    end,
  };
}
