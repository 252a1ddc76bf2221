import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** All read into the same buffer, one after the other. */
const memory = Buffer.allocUnsafe(64 * 1024);

/** A subscriber's selection, address and id. */
export interface Question {
  url: string;
  apiKey: string;
  id: string;
  query: string;
  variables?: object;
}

/**
 * One subscriber of the realtime protocol on a bare socket: ten thousand instances of a WebSocket
 * library would cost more than what is measured.
 */
export class Subscriber {
  readonly id: string;
  readonly #question: Question;
  readonly #socket: Socket;
  #rest = Buffer.alloc(0);
  #isUpgraded = false;

  /** Calls `onText` for each message; its buffer is reused afterwards. */
  constructor(question: Question, onText: (text: Buffer) => void) {
    this.id = question.id;
    this.#question = question;
    const { hostname, port } = new URL(question.url);
    const callback = (bytes: number) => {
      this.#read(memory.subarray(0, bytes), onText);
      return true;
    };
    this.#socket = connect({
      host: hostname,
      port: Number(port),
      onread: { buffer: memory, callback },
    });
    this.#socket.on('error', (error) => {
      throw error;
    });
    this.#socket.write(
      [
        `GET /graphql/realtime HTTP/1.1`,
        `host: ${hostname}:${port}`,
        'connection: upgrade',
        'upgrade: websocket',
        'sec-websocket-version: 13',
        `sec-websocket-key: ${randomBytes(16).toString('base64')}`,
        'sec-websocket-protocol: graphql-ws',
        `x-api-key: ${question.apiKey}`,
        '\r\n',
      ].join('\r\n'),
    );
  }

  #start(): void {
    const { apiKey, query, variables = {} } = this.#question;
    const extensions = { authorization: { host: 'bench', 'x-api-key': apiKey } };
    const payload = { data: JSON.stringify({ query, variables }), extensions };
    const text = Buffer.from(JSON.stringify({ type: 'start', id: this.id, payload }));
    // A client masks what it sends (RFC 6455, section 5.3); a mask of zeros changes nothing.
    const head = Buffer.from([0x81, 0x80 | 126, 0, 0, 0, 0, 0, 0]);
    head.writeUInt16BE(text.length, 2);
    this.#socket.write(Buffer.concat([head, text]));
  }

  #read(chunk: Buffer, onText: (text: Buffer) => void): void {
    let bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    if (!this.#isUpgraded) {
      const end = bytes.indexOf('\r\n\r\n');
      if (end < 0) {
        this.#keep(bytes);
        return;
      }
      const answer = bytes.toString('latin1', 0, end);
      if (!answer.startsWith('HTTP/1.1 101')) throw new Error(answer);
      this.#isUpgraded = true;
      bytes = bytes.subarray(end + 4);
      this.#start();
    }
    for (;;) {
      const head = bytes[1] === 126 ? 4 : 2;
      const length = head === 4 && bytes.length >= 4 ? bytes.readUInt16BE(2) : (bytes[1] ?? 0);
      if (bytes.length < head || bytes.length < head + length) break;
      onText(bytes.subarray(head, head + length));
      bytes = bytes.subarray(head + length);
    }
    this.#keep(bytes);
  }

  #keep(bytes: Buffer): void {
    this.#rest = Buffer.from(bytes);
  }
}
