import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

/** One message sent by a client. */
export interface Heard {
  type: string;
  id?: string;
  payload?: { data: string; extensions: { authorization: Record<string, string> } };
}

/** A server with AppSync's protocol whose log and failures a test controls. */
export interface Server {
  endpoint: string;
  realtime: string;
  /** The log: the sequence numbers of its events, in order. */
  log: number[];
  /** The content of events by number; by default, book `b1` is on sale. */
  facts: { [seq: number]: Facts };
  /** The messages that clients sent over their sockets, and the header of each connection. */
  heard: Heard[];
  connectHeaders: Record<string, string>[];
  /** The number of times that the log was read. */
  reads(): number;
  /** Pushes events to every matching subscription. */
  push(...seqs: number[]): void;
  /** Sends a message to every socket. */
  say(message: object): void;
  /** Cuts every socket, like a network failure. */
  cut(): void;
  /** Closes every socket, as AppSync does after 24 hours. */
  hangUp(): void;
  /** From now on the open sockets neither transmit nor close. */
  freeze(): void;
  /** The number of open sockets. */
  sockets(): number;
  /** A test may answer messages itself: return true to suppress the usual answer. */
  onMessage: (socket: WebSocket, message: Heard) => boolean;
  /** Called before a query is answered; throw to fail it. */
  beforeAnswer: (query: string) => void | Promise<void>;
  stop(): Promise<void>;
}

interface Facts {
  kind?: string;
  bookId?: string;
  status?: string;
}

export function anEvent(seq: number, { kind = 'ON_SALE', bookId = 'b1', ...said }: Facts = {}) {
  const release = { earliest: null, latest: null, precision: 'UNKNOWN', text: '' };
  const { status = 'ON_SALE' } = said;
  return { seq: String(seq), kind, bookId, book: { id: bookId, status, release } };
}

/** The arguments of a subscription or log query. */
interface Asked {
  bookId?: string | null;
  kind?: string | null;
  kinds?: string[] | null;
}

function isAsked(event: ReturnType<typeof anEvent>, { bookId, kind, kinds }: Asked): boolean {
  return (
    (bookId ?? event.bookId) === event.bookId &&
    (kind ?? event.kind) === event.kind &&
    (kinds ?? [event.kind]).includes(event.kind)
  );
}

/** Returns the page after a cursor, from a list of three books in pages of two. */
function aPage(after: number) {
  const ids = [1, 2, 3].filter((id) => id > after).slice(0, 2);
  return {
    edges: ids.map((id) => ({ cursor: String(id), node: { id: `b${id}` } })),
    pageInfo: { hasNextPage: after === 0, endCursor: String(ids.at(-1)) },
  };
}

export async function startServer(): Promise<Server> {
  let reads = 0;
  const http = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { query, variables } = JSON.parse(body);
    let answer: unknown;
    try {
      await server.beforeAnswer(query);
      answer = { data: answerQuery(query, variables) };
    } catch (error) {
      const { message, errorType } = error as { message: string; errorType?: string };
      answer = { data: null, errors: [{ message, errorType: errorType ?? null }] };
    }
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });

  function answerQuery(query: string, variables: Asked & { after?: string }) {
    if (query.includes('query LatestBookEventCursor')) {
      return { latestBookEventCursor: String(server.log.at(-1) ?? 0) };
    }
    if (query.includes('query BookEvents')) {
      reads += 1;
      const after = Number(variables.after ?? 0);
      // Pages of two, so that a few events need several pages.
      const rest = server.log
        .filter((seq) => seq > after)
        .map(eventOf)
        .filter((event) => isAsked(event, variables));
      const events = rest.slice(0, 2);
      const hasNextPage = rest.length > 2;
      const end = String(Math.max(after, server.log.at(-1) ?? 0));
      const endCursor = hasNextPage ? events.at(-1)?.seq : end;
      return { bookEvents: { events, endCursor, hasNextPage } };
    }
    if (query.includes('query UpcomingBooks'))
      return { upcomingBooks: aPage(Number(variables.after ?? 0)) };
    return { book: { echo: { query, variables } } };
  }

  const eventOf = (seq: number) => anEvent(seq, server.facts[seq]);

  const sockets = new WebSocketServer({
    server: http,
    handleProtocols: (offered) => (offered.has('graphql-ws') ? 'graphql-ws' : false),
  });
  const subscriptions = new Map<string, { socket: WebSocket; asked: Asked }>();
  const frozen = new Set<WebSocket>();
  sockets.on('connection', (socket, request) => {
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(', ');
    const header = offered.find((protocol) => protocol.startsWith('header-'))?.slice(7) ?? '';
    server.connectHeaders.push(JSON.parse(Buffer.from(header, 'base64url').toString()));
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as Heard;
      server.heard.push(message);
      if (server.onMessage(socket, message)) return;
      const send = (answer: object) => socket.send(JSON.stringify(answer));
      if (message.type === 'connection_init') {
        send({ type: 'connection_ack', payload: { connectionTimeoutMs: 300_000 } });
        send({ type: 'ka' });
      }
      if (message.type === 'start') {
        const asked = JSON.parse(message.payload?.data ?? '{}').variables ?? {};
        subscriptions.set(String(message.id), { socket, asked });
        send({ type: 'start_ack', id: message.id });
      }
      if (message.type === 'stop') subscriptions.delete(String(message.id));
    });
    socket.on('close', () => {
      for (const [id, own] of subscriptions) if (own.socket === socket) subscriptions.delete(id);
    });
  });

  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(http.address() as AddressInfo).port}`;
  const server: Server = {
    endpoint: `http://${host}/graphql`,
    realtime: `ws://${host}/graphql/realtime`,
    log: [],
    facts: {},
    heard: [],
    connectHeaders: [],
    reads: () => reads,
    push(...seqs) {
      for (const seq of seqs) {
        const event = eventOf(seq);
        for (const [id, { socket, asked }] of subscriptions) {
          if (frozen.has(socket) || !isAsked(event, asked)) continue;
          const payload = { data: { onBookEvent: event } };
          socket.send(JSON.stringify({ type: 'data', id, payload }));
        }
      }
    },
    say(message) {
      for (const socket of sockets.clients) socket.send(JSON.stringify(message));
    },
    cut() {
      for (const socket of sockets.clients) socket.terminate();
    },
    hangUp() {
      for (const socket of sockets.clients) socket.close(1000);
    },
    freeze() {
      for (const socket of sockets.clients) {
        socket.pause();
        frozen.add(socket);
      }
    },
    sockets: () => sockets.clients.size,
    onMessage: () => false,
    beforeAnswer: () => undefined,
    async stop() {
      this.cut();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
  return server;
}
