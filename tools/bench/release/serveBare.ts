// The minimum of a release, without queries, storage, filters or selections: a server that sends
// given texts to every subscriber, under the subscriber's own id.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type WebSocket, WebSocketServer } from 'ws';

const subscribers = new Map<WebSocket, string>();

const server = createServer(async (request, response) => {
  const payloads = JSON.parse(await text(request)) as string[];
  for (const payload of payloads) {
    for (const [socket, head] of subscribers) socket.send(`${head}${payload}}`);
    // Otherwise the process would send nothing until it has written everything.
    await new Promise((resolve) => setImmediate(resolve));
  }
  response.end();
});
new WebSocketServer({ server, path: '/graphql/realtime' }).on('connection', (socket) => {
  socket.on('message', (data) => {
    const { type, id } = JSON.parse(String(data)) as { type: string; id: string };
    if (type !== 'start') return;
    subscribers.set(socket, `{"id":${JSON.stringify(id)},"type":"data","payload":`);
    socket.send(JSON.stringify({ type: 'start_ack', id }));
  });
  socket.on('close', () => subscribers.delete(socket));
});
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
});
