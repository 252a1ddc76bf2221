import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { readConnectCredentials } from './connectCredentials.ts';
import { RealtimeFault } from './realtimeFault.ts';
import { type RealtimeServices, RealtimeSocket } from './realtimeSocket.ts';

const PROTOCOL = 'graphql-ws';
const MAX_MESSAGE_BYTES = 1_000_000;

/**
 * Serves the realtime protocol on `/graphql/realtime`. Returns a function that closes every socket.
 */
export function attachRealtime(server: Server, services: RealtimeServices): () => void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    handleProtocols: (offered) => (offered.has(PROTOCOL) ? PROTOCOL : false),
  });
  server.on('upgrade', (request: IncomingMessage, connection: Duplex, head: Buffer) => {
    // No one else listens for errors from now on, and a reset would end this process.
    connection.on('error', () => connection.destroy());
    if (!/^\/graphql\/realtime(\?|$)/.test(request.url ?? '')) {
      connection.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, connection, head, (socket) =>
      open(socket, connection, request, services),
    );
  });
  return () => {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
}

function open(
  socket: WebSocket,
  connection: Duplex,
  request: IncomingMessage,
  services: RealtimeServices,
): void {
  const address = request.socket.remoteAddress ?? '';
  const connecting = connect(socket, request, address, services);
  new RealtimeSocket(socket, connection, services, { address, connecting });
}

/** Authenticates the connection. Each `start` carries its own credentials for its subscription. */
async function connect(
  socket: WebSocket,
  request: IncomingMessage,
  address: string,
  { authenticate }: RealtimeServices,
): Promise<void> {
  if (socket.protocol !== PROTOCOL) {
    const offered = request.headers['sec-websocket-protocol'];
    const message = offered ? 'SubProtocolNotSupportedError' : 'NoProtocolError';
    throw new RealtimeFault({ message, errorCode: 400 });
  }
  const { headers, body } = readConnectCredentials(request);
  const path = '/graphql/connect';
  await authenticate({ method: 'POST', path, headers, body, sourceIp: [address] });
}
