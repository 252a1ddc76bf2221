import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Frame } from './dataFrame.ts';

/**
 * How much may wait for a client that does not read: four of the largest events, some two thousand
 * of the usual ones.
 */
const MAX_WAITING_BYTES = 1024 * 1024;

/** "Policy Violation" (RFC 6455, section 7.4.1). */
const DOES_NOT_READ = 1008;

/** What goes out to one client. One that lets it pile up is closed. */
export class Outgoing {
  readonly #socket: WebSocket;
  /** Below the WebSocket; what both write keeps its order. */
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

  /** Without the library's own framing, which would be done anew for each client. */
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
