import { WebSocket } from 'ws';

export interface RealtimeMessage {
  type: string;
  id?: string;
  payload?: {
    // biome-ignore lint/suspicious/noExplicitAny: each check knows what it subscribed to
    data?: any;
    errors?: { errorType?: string; errorCode?: number; message?: string; path?: unknown }[];
    connectionTimeoutMs?: number;
  };
}

/** How a client may pass its credentials when it connects. */
export type Way = 'query' | 'protocol' | 'headers';

/** Long enough for an answer across the Pacific. */
const PATIENCE_MS = 10_000;

/** A client of the realtime protocol that keeps every message. */
export class RealtimeConnection {
  readonly messages: RealtimeMessage[] = [];
  /** The sub-protocol that the server chose. */
  protocol = '';
  /** Whether the server has closed it. */
  closed = false;
  readonly #socket: WebSocket;
  readonly #authorization: object;
  /** The callbacks that wait for the next change. */
  #waiting: (() => void)[] = [];

  private constructor(socket: WebSocket, authorization: object) {
    this.#socket = socket;
    this.#authorization = authorization;
    socket.on('message', (data) => {
      this.messages.push(JSON.parse(String(data)) as RealtimeMessage);
      this.#wake();
    });
    socket.on('close', () => {
      this.closed = true;
      this.#wake();
    });
  }

  /** Opens the socket; sends nothing yet. */
  static async open(url: string, way: Way, authorization: object): Promise<RealtimeConnection> {
    const connection = new RealtimeConnection(dial(url, way, authorization), authorization);
    const socket = connection.#socket;
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    connection.protocol = socket.protocol;
    return connection;
  }

  send(message: object): void {
    this.#socket.send(JSON.stringify(message));
  }

  /** Sends `connection_init` and waits for the acknowledgement. */
  async acknowledged(): Promise<this> {
    this.send({ type: 'connection_init' });
    await this.next('connection_ack');
    return this;
  }

  start(id: string, query: string, variables: object = {}, authorization = this.#authorization) {
    const data = JSON.stringify({ query, variables });
    this.send({ id, type: 'start', payload: { data, extensions: { authorization } } });
  }

  /** Starts a subscription and returns the answer: `start_ack` or `error`. */
  async subscribe(id: string, query: string, variables: object = {}): Promise<RealtimeMessage> {
    this.start(id, query, variables);
    return this.until((one) => one.id === id && /^(start_ack|error)$/.test(one.type));
  }

  next(type: string, id?: string): Promise<RealtimeMessage> {
    return this.until((one) => one.type === type && (id === undefined || one.id === id));
  }

  /** What arrived for a subscription. */
  received(id: string): RealtimeMessage[] {
    return this.messages.filter((one) => one.type === 'data' && one.id === id);
  }

  /** Resolves with the first matching message, which may have arrived already. */
  async until(wanted: (message: RealtimeMessage) => boolean): Promise<RealtimeMessage> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = this.messages.find(wanted);
      if (found !== undefined) return found;
      if (this.closed || Date.now() > deadline) {
        const last = this.messages.slice(-5).map((one) => JSON.stringify(one));
        throw new Error(`the awaited message did not come; the last were ${last.join(' ')}`);
      }
      await this.#change(deadline - Date.now());
    }
  }

  /** Waits until the server has closed the connection; false if it does not within the time. */
  async hungUp(within: number): Promise<boolean> {
    const deadline = Date.now() + within;
    while (!this.closed && Date.now() < deadline) await this.#change(deadline - Date.now());
    return this.closed;
  }

  close(): void {
    this.#socket.terminate();
  }

  #change(within: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.max(within, 1));
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const go of waiting) go();
  }
}

function dial(url: string, way: Way, authorization: object): WebSocket {
  const text = Buffer.from(JSON.stringify(authorization));
  switch (way) {
    case 'query': {
      const header = encodeURIComponent(text.toString('base64'));
      return new WebSocket(`${url}?header=${header}&payload=e30=`, ['graphql-ws']);
    }
    case 'protocol':
      return new WebSocket(url, ['graphql-ws', `header-${text.toString('base64url')}`]);
    case 'headers': {
      // The name of the host that is asked over HTTP is part of the authorization, not of this request.
      const { host: _, ...headers } = authorization as Record<string, string>;
      return new WebSocket(url, ['graphql-ws'], { headers });
    }
  }
}
