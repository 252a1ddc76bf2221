import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Connection, openConnection } from '../src/realtime/openConnection.ts';
import { type Server, startServer } from './aShinkan.ts';

/** What the server says in its `connection_ack`. */
const TIMEOUT_MS = 300_000;

let server: Server;
let connection: Connection;
let heard: string[];

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  server = await startServer();
  heard = [];
  connection = openConnection(
    server.realtime,
    { 'x-api-key': 'key' },
    {
      onOpen: () => heard.push('open'),
      onMessage: ({ type }) => heard.push(type),
      onClose: () => heard.push('close'),
    },
  );
});

afterEach(async () => {
  connection.close();
  await server.stop();
  vi.useRealTimers();
});

/** Waits for real input and output while no fake time passes. */
async function until(isSeen: () => boolean) {
  const end = Date.now() + 10_000;
  while (!isSeen() && Date.now() < end) await new Promise((resolve) => setImmediate(resolve));
}

async function hears(...messages: string[]) {
  await until(() => heard.length >= messages.length);
  expect(heard).toEqual(messages);
}

it('openConnection keeps a server that sends, and drops it after the silence that it announced', async () => {
  await hears('open', 'ka');
  vi.advanceTimersByTime(TIMEOUT_MS - 1);
  server.say({ type: 'ka' });
  await hears('open', 'ka', 'ka');
  vi.advanceTimersByTime(TIMEOUT_MS - 1);
  await hears('open', 'ka', 'ka');
  vi.advanceTimersByTime(1);
  await hears('open', 'ka', 'ka', 'close');
});

it('openConnection waits as long for the first message after the server has accepted', async () => {
  server.onMessage = (socket, { type }) => {
    if (type !== 'connection_init') return false;
    const payload = { connectionTimeoutMs: TIMEOUT_MS };
    socket.send(JSON.stringify({ type: 'connection_ack', payload }));
    return true;
  };
  await hears('open');
  vi.advanceTimersByTime(TIMEOUT_MS - 1);
  await hears('open');
  vi.advanceTimersByTime(1);
  await hears('open', 'close');
});

it('openConnection gives up a server that does not accept within fifteen seconds', async () => {
  server.onMessage = () => true;
  await until(() => server.heard.length > 0);
  vi.advanceTimersByTime(14_999);
  await hears();
  vi.advanceTimersByTime(1);
  await hears('close');
});
