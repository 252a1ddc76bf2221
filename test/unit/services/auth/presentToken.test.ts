import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocketServer } from 'ws';
import type { Stack } from '../../../../tools/stack/stack.ts';
import { present } from '../../../stack/auth/forged/present.ts';

/** A server that gives the same answer to each request and each message of a connection. */
async function answering(status: number, errorType: string): Promise<Stack> {
  const errors = [{ errorType, message: 'as it was told' }];
  const server = createServer((_, response) =>
    response.writeHead(status).end(JSON.stringify({ errors })),
  );
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) =>
    socket.on('message', () =>
      socket.send(JSON.stringify({ type: 'connection_error', payload: { errors } })),
    ),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const client of sockets.clients) client.terminate();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const [graphql, realtime] = [`http://127.0.0.1:${port}`, `ws://127.0.0.1:${port}`];
  // Nothing else of a stack is used.
  return { graphql, realtime, apiKey: 'da2-x' } as Stack;
}

const TOKEN = 'a.b.c';

it.each(['HTTP', 'query', 'protocol', 'headers'] as const)(
  'presentToken counts %s as refused if the answer says that the token is invalid',
  async (door) => {
    expect(await present(await answering(401, 'UnauthorizedException'), door, TOKEN)).toBe(
      'refused',
    );
  },
);

it.each([
  ['HTTP', 400, 'InternalFailure'],
  ['HTTP', 413, 'UnauthorizedException'],
  ['HTTP', 200, 'UnauthorizedException'],
  ['query', 200, 'InternalFailure'],
  ['protocol', 200, 'InternalFailure'],
  ['headers', 200, 'InternalFailure'],
] as const)(
  'presentToken does not count %s as refused if the answer is %i and %s',
  async (door, status, errorType) => {
    expect(await present(await answering(status, errorType), door, TOKEN)).toMatch(
      /^answered .*as it was told/,
    );
  },
);
