import type { AuthorizationHeaders } from '../authorization.ts';
import type { ShinkanError } from '../shinkanError.ts';
import {
  DEFAULT_TIMEOUT_MS,
  errorsOf,
  type ServerMessage,
  subProtocols,
  toShinkanError,
  type WireError,
} from './protocol.ts';

/** From opening the socket to `connection_ack`. */
const CONNECT_TIMEOUT_MS = 15_000;

/** Codes of `connection_error` that the same request would meet again. */
const FINAL_CODES = [400, 401, 403];

export interface ConnectionListener {
  /** The server has accepted the connection; subscriptions may start. */
  onOpen(): void;
  onMessage(message: ServerMessage): void;
  /** The connection is closed for good; `reason` is set if a retry is useless. */
  onClose(reason: ShinkanError | null): void;
}

/** One WebSocket from opening to closing. */
export interface Connection {
  send(message: string): void;
  /** Closes it; the listener receives `onClose` as for a lost connection. */
  close(): void;
}

/** Opens a socket, sends the handshake, and checks that the server keeps sending. */
export function openConnection(
  url: string,
  authorization: AuthorizationHeaders,
  listener: ConnectionListener,
): Connection {
  const socket = new WebSocket(url, subProtocols(authorization));
  let silence = DEFAULT_TIMEOUT_MS;
  let ended = false;
  let watch = setTimeout(() => end(null), CONNECT_TIMEOUT_MS);

  function end(reason: ShinkanError | null) {
    if (ended) return;
    ended = true;
    clearTimeout(watch);
    socket.close();
    listener.onClose(reason);
  }

  function stillThere() {
    clearTimeout(watch);
    watch = setTimeout(() => end(null), silence);
  }

  socket.onopen = () => socket.send(JSON.stringify({ type: 'connection_init' }));
  socket.onclose = () => end(null);
  // A failed socket also closes; the event carries no further details.
  socket.onerror = () => end(null);
  socket.onmessage = (event) => {
    if (ended) return;
    const message = readMessage(event.data);
    if (message === null) return end(null);
    if (message.type === 'connection_error') return end(finalError(errorsOf(message.payload)));
    if (message.type === 'connection_ack') {
      silence = message.payload?.connectionTimeoutMs ?? DEFAULT_TIMEOUT_MS;
      stillThere();
      return listener.onOpen();
    }
    stillThere();
    listener.onMessage(message);
  };
  return { send: (message) => socket.send(message), close: () => end(null) };
}

function readMessage(data: unknown): ServerMessage | null {
  try {
    // Anything but JSON is not from AppSync; the connection is closed.
    return typeof data === 'string' ? (JSON.parse(data) as ServerMessage) : null;
  } catch {
    return null;
  }
}

function finalError(errors: WireError[]): ShinkanError | null {
  const isFinal = errors.some(({ errorCode }) => FINAL_CODES.includes(errorCode ?? 0));
  return isFinal ? toShinkanError(errors) : null;
}
