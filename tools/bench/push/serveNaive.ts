// `serveNaive.ts SIZE`: the obvious implementation. Serializes a message for every subscriber and
// sends it with `ws`. It authenticates nobody, filters nothing and selects nothing.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Size, subscriptions } from './event.ts';

const { event } = subscriptions[process.argv[2] as Size];
const subscribers = new Map<WebSocket, string>();

const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end('{"data":{}}');
  for (const [socket, id] of subscribers) {
    socket.send(JSON.stringify({ id, type: 'data', payload: { data: { onBookEvent: event } } }));
  }
});
new WebSocketServer({ server, path: '/graphql/realtime' }).on('connection', (socket) => {
  socket.on('message', (data) => {
    const { type, id } = JSON.parse(String(data)) as { type: string; id: string };
    if (type !== 'start') return;
    subscribers.set(socket, id);
    socket.send(JSON.stringify({ type: 'start_ack', id }));
  });
  socket.on('close', () => subscribers.delete(socket));
});
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
});
