import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Frame } from './dataFrame.ts';

/**
 * The maximum backlog of a client that does not read: four of the largest events, or about two
 * thousand typical ones.
 */
const MAX_WAITING_BYTES = 1024 * 1024;

/** "Policy Violation" (RFC 6455, section 7.4.1). */
const DOES_NOT_READ = 1008;

/** The outgoing messages of one client. Closes a client whose backlog grows too large. */
export class Outgoing {
  readonly #socket: WebSocket;
  /** The connection below the WebSocket; writes of both keep their order. */
  readonly #connection: Duplex;
  readonly #onOverflow: () => void;

  constructor(socket: WebSocket, connection: Duplex, onOverflow: () => void) {
    this.#socket = socket;
    this.#connection = connection;
    this.#onOverflow = onOverflow;
  }

  send(message: object): void {
    const text = JSON.stringify(message);
    if (this.#hasRoom(text.length)) this.#socket.send(text);
  }

  /** Bypasses the library's framing, which would be repeated for each client. */
  sendFrame(frame: Frame): void {
    let bytes = 0;
    for (const { length } of frame) bytes += length;
    if (!this.#hasRoom(bytes)) return;
    for (const part of frame) this.#connection.write(part);
  }

  #hasRoom(bytes: number): boolean {
    if (this.#socket.readyState !== this.#socket.OPEN) return false;
    if (this.#connection.writableLength + bytes <= MAX_WAITING_BYTES) return true;
    this.#socket.close(DOES_NOT_READ, 'the client does not read');
    this.#onOverflow();
    return false;
  }
}
