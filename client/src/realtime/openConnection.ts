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

/** From the first byte to `connection_ack`. */
const CONNECT_TIMEOUT_MS = 15_000;

/** Codes of `connection_error` that another attempt with the same request would meet again. */
const FINAL_CODES = [400, 401, 403];

export interface ConnectionListener {
  /** The server has accepted the connection; subscriptions may begin. */
  onOpen(): void;
  onMessage(message: ServerMessage): void;
  /** The connection is gone, once and for all; `reason` is set when it is no use to try again. */
  onClose(reason: ShinkanError | null): void;
}

/** One WebSocket from its opening to its end. */
export interface Connection {
  send(message: string): void;
  /** Ends it; the listener hears `onClose` as for a loss. */
  close(): void;
}

/** Opens a socket, greets, and watches that the server keeps talking. */
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
  // A socket that fails also closes, and says no more than that.
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
    // What is not JSON is not from AppSync; the connection is given up.
    return typeof data === 'string' ? (JSON.parse(data) as ServerMessage) : null;
  } catch {
    return null;
  }
}

function finalError(errors: WireError[]): ShinkanError | null {
  const isFinal = errors.some(({ errorCode }) => FINAL_CODES.includes(errorCode ?? 0));
  return isFinal ? toShinkanError(errors) : null;
}
