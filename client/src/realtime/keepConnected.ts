import type { AuthorizationHeaders } from '../authorization.ts';
import { backoff } from '../backoff.ts';
import type { ShinkanError } from '../shinkanError.ts';
import { type Connection, openConnection } from './openConnection.ts';
import type { ServerMessage } from './protocol.ts';

/** A connection that stood this long was a good one: the next is sought without a long wait. */
const GOOD_MS = 10_000;

export interface KeepConnectedOptions {
  url: string;
  /** Asked anew for every attempt; an attempt for which it throws counts as failed. */
  authorization: () => Promise<AuthorizationHeaders>;
  onOpen(): void;
  onMessage(message: ServerMessage): void;
  /** The connection was lost. With a reason, it is not sought again before `start`. */
  onLost(reason: ShinkanError | null): void;
}

/** A connection that comes back by itself. */
export interface KeptConnection {
  /** Connects, unless it is connected or trying to be. */
  start(): void;
  /** Disconnects, and stays so until `start`. */
  stop(): void;
  /** Gives up the present socket for a new one. */
  renew(): void;
  isOpen(): boolean;
  send(message: string): void;
}

export function keepConnected(options: KeepConnectedOptions): KeptConnection {
  let wanted = false;
  let asking = false;
  let connection: Connection | null = null;
  let openedAt: number | null = null;
  let attempt = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;

  async function connect() {
    clearTimeout(retry);
    if (!wanted || asking || connection !== null) return;
    asking = true;
    try {
      const authorization = await options.authorization();
      if (wanted)
        connection = openConnection(options.url, authorization, { onOpen, onMessage, onClose });
    } catch {
      // There is no authorization to be had, as when the network is away.
      connectLater();
    } finally {
      asking = false;
    }
  }

  function connectLater() {
    retry = setTimeout(connectNow, backoff(attempt));
    attempt += 1;
    // A browser knows when its network is back; there is no need to sit out the wait.
    (globalThis as OnlineTarget).addEventListener?.('online', connectNow, { once: true });
  }

  function connectNow() {
    void connect();
  }

  function onOpen() {
    openedAt = Date.now();
    options.onOpen();
  }

  function onMessage(message: ServerMessage) {
    options.onMessage(message);
  }

  function onClose(reason: ShinkanError | null) {
    if (openedAt !== null && Date.now() - openedAt >= GOOD_MS) attempt = 0;
    connection = null;
    openedAt = null;
    if (reason !== null) wanted = false;
    options.onLost(reason);
    if (wanted) connectLater();
  }

  return {
    start() {
      wanted = true;
      void connect();
    },
    stop() {
      wanted = false;
      clearTimeout(retry);
      connection?.close();
      attempt = 0;
    },
    renew: () => connection?.close(),
    isOpen: () => openedAt !== null,
    send: (message) => connection?.send(message),
  };
}

/** A window; Node's global object has no events. */
interface OnlineTarget {
  addEventListener?(type: 'online', listener: () => void, options: { once: boolean }): void;
}
