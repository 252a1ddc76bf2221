import type { AuthorizationHeaders } from '../authorization.ts';
import { backoff } from '../backoff.ts';
import type { ShinkanError } from '../shinkanError.ts';
import { type Connection, openConnection } from './openConnection.ts';
import type { ServerMessage } from './protocol.ts';

/** A connection that lasted this long was good: reconnecting after it does not wait long. */
const GOOD_MS = 10_000;

/** How many rejections in a row, each with a new signature, count as permanent. */
const MOST_REFUSALS = 3;

export interface KeepConnectedOptions {
  url: string;
  /** Called for every attempt; if it throws, the attempt has failed. */
  authorization: () => Promise<AuthorizationHeaders>;
  onOpen(): void;
  onMessage(message: ServerMessage): void;
  /** The connection was lost. With a reason, it is not restored before `start`. */
  onLost(reason: ShinkanError | null): void;
}

/** A connection that restores itself. */
export interface KeptConnection {
  /** Connects unless connected or connecting. */
  start(): void;
  /** Disconnects until `start`. */
  stop(): void;
  /** Replaces the current socket. */
  renew(): void;
  /** Reconnects at once if it is not open; cancels any pending delay or attempt. */
  hurry(): void;
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
  // The current connection's signature, and the last rejection since a connection opened.
  let signature = '';
  let refused: { signature: string; reason: ShinkanError } | null = null;
  let refusals = 0;

  async function connect() {
    clearTimeout(retry);
    if (!wanted || asking || connection !== null) return;
    asking = true;
    try {
      const authorization = await options.authorization();
      if (!wanted) return;
      signature = JSON.stringify(authorization);
      if (refused?.signature === signature) return giveUp(refused.reason);
      connection = openConnection(options.url, authorization, { onOpen, onMessage, onClose });
    } catch {
      // No authorization is available, for instance while offline.
      connectLater();
    } finally {
      asking = false;
    }
  }

  function connectLater() {
    clearTimeout(retry);
    retry = setTimeout(connectNow, backoff(attempt));
    attempt += 1;
  }

  function connectNow() {
    void connect();
  }

  function onOpen() {
    openedAt = Date.now();
    refused = null;
    refusals = 0;
    options.onOpen();
  }

  function onMessage(message: ServerMessage) {
    options.onMessage(message);
  }

  function onClose(reason: ShinkanError | null) {
    if (openedAt !== null && Date.now() - openedAt >= GOOD_MS) attempt = 0;
    connection = null;
    openedAt = null;
    if (reason !== null) {
      refusals += 1;
      if (refusals >= MOST_REFUSALS) return giveUp(reason);
      // A token may have expired in transit; the same one would be rejected again.
      refused = { signature, reason };
    }
    options.onLost(null);
    if (wanted) connectLater();
  }

  function giveUp(reason: ShinkanError) {
    wanted = false;
    refused = null;
    refusals = 0;
    options.onLost(reason);
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
    hurry() {
      if (!wanted || openedAt !== null) return;
      attempt = 0;
      connection?.close();
      connectNow();
    },
    isOpen: () => openedAt !== null,
    send: (message) => connection?.send(message),
  };
}
