import { WebSocket } from 'ws';
import { API_KEY } from './startTestApi.ts';

export interface RealtimeMessage {
  type: string;
  id?: string;
  payload?: {
    data?: Record<string, unknown> | null;
    errors?: { errorType?: string; errorCode?: number; message: string }[];
    connectionTimeoutMs?: number;
  };
}

const encode = (credentials: object, as: 'base64' | 'base64url'): string =>
  Buffer.from(JSON.stringify({ host: 'api.local', ...credentials })).toString(as);

/** The ways in which a client may send its credentials when it connects. */
export const WAYS = {
  query: (url: string, credentials: object) =>
    new WebSocket(
      `${url}?header=${encodeURIComponent(encode(credentials, 'base64'))}&payload=e30=`,
      ['graphql-ws'],
    ),
  protocol: (url: string, credentials: object) =>
    new WebSocket(url, ['graphql-ws', `header-${encode(credentials, 'base64url')}`]),
  headers: (url: string, credentials: object) =>
    new WebSocket(url, ['graphql-ws'], { headers: credentials as Record<string, string> }),
};

/** A client of the realtime protocol that records every message. */
export class RealtimeClient {
  readonly socket: WebSocket;
  readonly #messages: RealtimeMessage[] = [];
  #wake: () => void = () => {};

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (data) => {
      this.#messages.push(JSON.parse(String(data)) as RealtimeMessage);
      this.#wake();
    });
  }

  static async connect(
    url: string,
    way: keyof typeof WAYS = 'query',
    credentials: object = { 'x-api-key': API_KEY },
  ) {
    const client = new RealtimeClient(WAYS[way](url, credentials));
    await client.opened();
    client.send({ type: 'connection_init' });
    return client;
  }

  /** A client whose connection is acknowledged. */
  static async ready(url: string): Promise<RealtimeClient> {
    const client = await RealtimeClient.connect(url);
    await client.next('ka');
    return client;
  }

  opened(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.socket.once('open', () => resolve());
      this.socket.once('error', reject);
    });
  }

  send(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  start(
    id: string,
    query: string,
    variables?: object,
    authorization: object = { 'x-api-key': API_KEY },
  ): void {
    const data = JSON.stringify({ query, variables });
    this.send({ type: 'start', id, payload: { data, extensions: { authorization } } });
  }

  /** Starts a subscription and waits for the acknowledgement. */
  async subscribe(id: string, query: string, variables?: object): Promise<void> {
    this.start(id, query, variables);
    await this.next('start_ack', id);
  }

  /** Returns the first unread message of a type (and id). */
  async next(type: string, id?: string, within = 3_000): Promise<RealtimeMessage> {
    const deadline = Date.now() + within;
    for (;;) {
      const at = this.#messages.findIndex(
        (one) => one.type === type && (id === undefined || one.id === id),
      );
      if (at >= 0) return this.#messages.splice(at, 1)[0] as RealtimeMessage;
      if (Date.now() > deadline) {
        throw new Error(`expected ${type}, got ${JSON.stringify(this.#messages)}`);
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 100);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  /** Returns the error of a rejected `start` or of the connection itself. */
  async refusal(id?: string): Promise<RealtimeMessage['payload']> {
    return (await this.next(id === undefined ? 'connection_error' : 'error', id)).payload;
  }

  /** Unread data messages. */
  pending(): RealtimeMessage[] {
    return this.#messages.filter(({ type }) => type === 'data');
  }

  /** Resolves to the code and reason with which the server closes. */
  closed(): Promise<{ code: number; reason: string }> {
    return new Promise((resolve) => {
      this.socket.once('close', (code, reason) => resolve({ code, reason: String(reason) }));
    });
  }

  close(): void {
    this.socket.terminate();
  }
}
