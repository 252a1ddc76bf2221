// The minimal Data API: answers every call with the same text, its argument.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const text = Buffer.from(process.argv[2] ?? '');
const headers = { 'content-type': 'application/json', 'content-length': text.length };
const server = createServer((request, response) => {
  request.resume().on('end', () => response.writeHead(200, headers).end(text));
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo; // a TCP server has no other kind of address
  console.log(`http://127.0.0.1:${port}`);
});
process.once('SIGTERM', () => process.exit());
