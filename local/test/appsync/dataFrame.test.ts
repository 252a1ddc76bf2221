import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { dataHead, dataPayload, frameData } from '../../services/appsync/live/dataFrame.ts';

/** Writes frames below the WebSocket layer. */
let server: WebSocketServer;
beforeAll(async () => {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
});
afterAll(() => server.close());

/** Reads the frame with a WebSocket library. */
async function read(id: string, answer: object): Promise<unknown> {
  server.once('connection', (_, request) => {
    for (const part of frameData(dataHead(id), dataPayload(answer))) request.socket.write(part);
  });
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const [data, isBinary] = (await once(client, 'message')) as [Buffer, boolean];
  client.terminate();
  expect(isBinary).toBe(false);
  return JSON.parse(data.toString());
}

const bare = dataHead('1').length + dataPayload({ data: '' }).length;

// The lengths at which the encoding of the length changes or the frame is written in two parts.
test.each([60, 125, 126, 127, 16_384, 16_500, 65_535, 65_536, 245_760])(
  'a message of %i bytes arrives whole',
  async (length) => {
    const answer = { data: 'x'.repeat(length - bare) };
    expect(await read('1', answer)).toEqual({ id: '1', type: 'data', payload: answer });
  },
);

test.each(['"', 'a\\b', '新刊', '\n', ''])('the id %j is returned unchanged', async (id) => {
  const answer = { data: { title: '雪国の灯' } };
  expect(await read(id, answer)).toEqual({ id, type: 'data', payload: answer });
});

test('a large payload is shared by all subscribers', () => {
  const payload = dataPayload({ data: 'x'.repeat(100_000) });
  expect(frameData(dataHead('1'), payload)[1]).toBe(payload);
});
