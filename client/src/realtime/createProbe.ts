import { type ServerMessage, stopMessage } from './protocol.ts';

/** How long a server that is asked for a sign of life may take. */
const TIMEOUT_MS = 5_000;

export interface ProbeOptions {
  send(message: string): void;
  /** Hears that the server has given no sign. */
  onSilence(): void;
}

/**
 * Asks a server for a sign of life. The protocol has no ping of the client, and a browser lets nobody
 * send one; but a subscription that is begun, and ended again, must be answered.
 */
export function createProbe({ send, onSilence }: ProbeOptions) {
  let asked: { id: string; timer: ReturnType<typeof setTimeout> } | null = null;

  function end() {
    clearTimeout(asked?.timer);
    asked = null;
  }

  return {
    /** Begins, unless it is under way; `start` gives the message that begins the subscription. */
    async begin(id: string, start: () => Promise<string>): Promise<void> {
      if (asked !== null) return;
      asked = { id, timer: setTimeout(onSilence, TIMEOUT_MS) };
      try {
        const message = await start();
        if (asked?.id === id) send(message);
      } catch {
        onSilence();
      }
    },
    /** Whether a message was for the probe: then nobody else is to hear it. */
    hears(message: ServerMessage): boolean {
      if (asked === null || !('id' in message) || message.id !== asked.id) return false;
      if (message.type !== 'error') send(stopMessage(asked.id));
      end();
      return true;
    },
    end,
  };
}
