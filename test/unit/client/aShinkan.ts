import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

/** One message that a client sent. */
export interface Heard {
  type: string;
  id?: string;
  payload?: { data: string; extensions: { authorization: Record<string, string> } };
}

/** A server with AppSync's protocol whose log and faults a test writes. */
export interface Server {
  endpoint: string;
  realtime: string;
  /** The log: the numbers of its events, in order. */
  log: number[];
  /** What clients sent over their sockets, and which header each socket came with. */
  heard: Heard[];
  connectHeaders: Record<string, string>[];
  /** How many times the log was read. */
  reads(): number;
  /** Pushes events to every subscription. */
  push(...seqs: number[]): void;
  /** Sends a message to every socket. */
  say(message: object): void;
  /** Cuts every socket, as a network does. */
  cut(): void;
  /** Closes every socket, as AppSync does after 24 hours. */
  hangUp(): void;
  /** From now on nothing comes or goes on the sockets that are open, and none of them closes. */
  freeze(): void;
  /** Sockets that are open now. */
  sockets(): number;
  /** A test may answer messages by itself: return true to leave out the usual answer. */
  onMessage: (socket: WebSocket, message: Heard) => boolean;
  /** Called before an answer to a query; throw to fail it. */
  beforeAnswer: (query: string) => void | Promise<void>;
  stop(): Promise<void>;
}

export function anEvent(seq: number, bookId = 'b1') {
  return { seq: String(seq), kind: 'ON_SALE', bookId, book: { id: bookId } };
}

/** The page behind a cursor, of a list of three books in pages of two. */
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

  function answerQuery(query: string, variables: { after?: string; first?: number }) {
    if (query.includes('query LatestBookEventCursor')) {
      return { latestBookEventCursor: String(server.log.at(-1) ?? 0) };
    }
    if (query.includes('query BookEvents')) {
      reads += 1;
      const after = Number(variables.after ?? 0);
      // Pages of two, so that few events take several.
      const rest = server.log.filter((seq) => seq > after);
      const events = rest.slice(0, 2).map((seq) => anEvent(seq));
      return {
        bookEvents: {
          events,
          endCursor: events.at(-1)?.seq ?? String(after),
          hasNextPage: rest.length > 2,
        },
      };
    }
    if (query.includes('query UpcomingBooks'))
      return { upcomingBooks: aPage(Number(variables.after ?? 0)) };
    return { book: { echo: { query, variables } } };
  }

  const sockets = new WebSocketServer({
    server: http,
    handleProtocols: (offered) => (offered.has('graphql-ws') ? 'graphql-ws' : false),
  });
  const subscriptions = new Map<string, WebSocket>();
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
        subscriptions.set(String(message.id), socket);
        send({ type: 'start_ack', id: message.id });
      }
      if (message.type === 'stop') subscriptions.delete(String(message.id));
    });
    socket.on('close', () => {
      for (const [id, owner] of subscriptions) if (owner === socket) subscriptions.delete(id);
    });
  });

  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(http.address() as AddressInfo).port}`;
  const server: Server = {
    endpoint: `http://${host}/graphql`,
    realtime: `ws://${host}/graphql/realtime`,
    log: [],
    heard: [],
    connectHeaders: [],
    reads: () => reads,
    push(...seqs) {
      for (const seq of seqs) {
        for (const [id, socket] of subscriptions) {
          if (frozen.has(socket)) continue;
          const payload = { data: { onBookEvent: anEvent(seq) } };
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
