import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Authenticate, Headers } from './authenticate.ts';
import { RequestFault } from './caller.ts';
import type { Engine } from './engine.ts';
import { RealtimeSocket } from './realtimeSocket.ts';
import { flattenHeaders } from './serveHttp.ts';
import type { Subscriptions } from './subscriptions.ts';

const PROTOCOL = 'graphql-ws';
const MAX_MESSAGE_BYTES = 1_000_000;

/** What the sockets of one API share. */
export interface RealtimeServices {
  engine: Engine;
  authenticate: Authenticate;
  subscriptions: Subscriptions;
  log: (line: string) => void;
}

/** Serves the realtime protocol on `/graphql/realtime`. The answer closes every socket. */
export function attachRealtime(server: Server, services: RealtimeServices): () => void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    handleProtocols: (offered) => (offered.has(PROTOCOL) ? PROTOCOL : false),
  });
  server.on('upgrade', (request: IncomingMessage, connection: Duplex, head: Buffer) => {
    // Nobody else listens to it from now on, and one that is reset would end this process.
    connection.on('error', () => connection.destroy());
    if (!/^\/graphql\/realtime(\?|$)/.test(request.url ?? '')) {
      connection.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, connection, head, (socket) => open(socket, request, services));
  });
  return () => {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
}

function open(socket: WebSocket, request: IncomingMessage, services: RealtimeServices): void {
  const realtime = new RealtimeSocket(socket, services, request.socket.remoteAddress ?? '');
  realtime.open(connect(socket, request, services));
}

/** Proves who connects. What later proves a subscription is given with its `start`. */
async function connect(
  socket: WebSocket,
  request: IncomingMessage,
  { authenticate }: RealtimeServices,
): Promise<void> {
  if (socket.protocol !== PROTOCOL) {
    throw new RequestFault(400, 'NoProtocolError', `the sub-protocol ${PROTOCOL} is expected`);
  }
  await authenticate({
    method: 'POST',
    path: '/graphql/connect',
    headers: readCredentials(request),
    body: '{}',
    sourceIp: [request.socket.remoteAddress ?? ''],
  });
}

/** Clients send them in the query, as a second sub-protocol, or as HTTP headers. */
function readCredentials(request: IncomingMessage): Headers {
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const inQuery = searchParams.get('header');
  // A `+` of base64 arrives as a space when the client did not escape it.
  if (inQuery !== null) return decodeHeaders(inQuery.replaceAll(' ', '+'));
  const protocols = (request.headers['sec-websocket-protocol'] ?? '').split(/,\s*/);
  const inProtocol = protocols.find((one) => one.startsWith('header-'));
  if (inProtocol) return decodeHeaders(inProtocol.slice('header-'.length));
  return flattenHeaders(request);
}

function decodeHeaders(base64: string): Headers {
  try {
    const decoded = JSON.parse(Buffer.from(base64, 'base64').toString('utf8')) as Record<
      string,
      unknown
    >;
    return lowerCaseNames(decoded);
  } catch {
    throw new RequestFault(
      400,
      'BadRequestException',
      'the connection header is not base64 of a JSON object',
    );
  }
}

/** Headers by lower-case name, as an authorization object writes them in any case. */
export function lowerCaseNames(headers: Record<string, unknown>): Headers {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value ?? '')]),
  );
}
