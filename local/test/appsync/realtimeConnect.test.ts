import { once } from 'node:events';
import { connect as open } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { RealtimeClient, WAYS } from './realtimeClient.ts';
import { signRequest } from './signRequest.ts';
import { keep, startRealtimeApi } from './startRealtimeApi.ts';
import { API_KEY } from './startTestApi.ts';

const WAY_NAMES = Object.keys(WAYS) as (keyof typeof WAYS)[];

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');

test.each(WAY_NAMES)(
  'a client may send its credentials by %s, and receives an early keep-alive',
  async (way) => {
    const { realtimeUrl } = await startRealtimeApi();
    const client = await keep(RealtimeClient.connect(realtimeUrl, way));
    expect(await client.next('connection_ack')).toEqual({
      type: 'connection_ack',
      payload: { connectionTimeoutMs: 300_000 },
    });
    expect(await client.next('ka')).toEqual({ type: 'ka' });
    expect(client.socket.protocol).toBe('graphql-ws');
  },
);

test.each(WAY_NAMES)('a signature of the connect address is valid by %s', async (way) => {
  const settings = { AuthenticationType: 'AWS_IAM' };
  const { url, realtimeUrl } = await startRealtimeApi({ settings });
  const signed = await signRequest(`${url}/connect`, '{}');
  const client = await keep(RealtimeClient.connect(realtimeUrl, way, signed));
  await client.next('connection_ack');
  const elsewhere = await signRequest(url, '{}');
  const refused = await keep(RealtimeClient.connect(realtimeUrl, way, elsewhere));
  expect(await refused.refusal()).toEqual({ errors: [unauthorized] });
});

const unauthorized = {
  errorType: 'UnauthorizedException',
  message: 'You are not authorized to make this call.',
  errorCode: 401,
};

test.each(WAY_NAMES)(
  'wrong credentials by %s cause connection_error 401 and a close',
  async (way) => {
    const { realtimeUrl } = await startRealtimeApi();
    const client = await keep(RealtimeClient.connect(realtimeUrl, way, { 'x-api-key': 'wrong' }));
    const closed = client.closed();
    expect(await client.refusal()).toEqual({ errors: [unauthorized] });
    expect((await closed).code).toBe(1000);
    await expect(client.next('connection_ack', undefined, 0)).rejects.toThrow('expected');
  },
);

const missing = { message: 'Required headers are missing.', errorCode: 400 };

test.each([
  ['nothing at all', ''],
  ['a header without the host', `?header=${encode({ 'x-api-key': API_KEY })}&payload=e30=`],
  ['a header without a proof', `?header=${encode({ host: 'api.local' })}&payload=e30=`],
  ['no payload', `?header=${encode({ host: 'api.local', 'x-api-key': API_KEY })}`],
  ['a payload only', '?payload=e30='],
])('%s in the query is rejected by name', async (_, query) => {
  const { realtimeUrl } = await startRealtimeApi();
  const client = await keep(
    new RealtimeClient(new WebSocket(`${realtimeUrl}${query}`, ['graphql-ws'])),
  );
  expect(await client.refusal()).toEqual({ errors: [missing] });
});

test.each(['!!!', encode(['x-api-key']), encode('x')])(
  'the header %s, which is not a JSON object in base64, is rejected',
  async (header) => {
    const { realtimeUrl } = await startRealtimeApi();
    const address = `${realtimeUrl}?header=${encodeURIComponent(header)}&payload=e30=`;
    const client = await keep(new RealtimeClient(new WebSocket(address, ['graphql-ws'])));
    expect((await client.refusal())?.errors?.[0]).toMatchObject({
      errorType: 'BadRequestException',
      errorCode: 400,
    });
  },
);

test('unescaped base64, as sent by old clients, is accepted', async () => {
  const { realtimeUrl } = await startRealtimeApi();
  const header = encode({ host: 'api.local', 'x-api-key': API_KEY, note: '>>>???>>>' });
  expect(header).toContain('+');
  const address = `${realtimeUrl}?header=${header}&payload=e30=`;
  const client = await keep(new RealtimeClient(new WebSocket(address, ['graphql-ws'])));
  await client.opened();
  client.send({ type: 'connection_init' });
  await client.next('connection_ack');
});

/**
 * Performs the handshake manually: libraries reject a server that selects none of their
 * sub-protocols.
 */
async function shakeHands(address: string, offered?: string): Promise<string> {
  const { hostname, port, pathname } = new URL(address);
  const socket = open(Number(port), hostname);
  const lines = [
    `GET ${pathname} HTTP/1.1`,
    'host: x',
    'connection: upgrade',
    'upgrade: websocket',
    'sec-websocket-version: 13',
    'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==',
    `x-api-key: ${API_KEY}`,
    ...(offered ? [`sec-websocket-protocol: ${offered}`] : []),
  ];
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  let seen = '';
  for await (const data of socket) {
    seen += String(data);
    if (seen.includes('connection_')) break;
  }
  socket.destroy();
  return seen;
}

test.each([
  [undefined, 'NoProtocolError'],
  ['graphql-transport-ws', 'SubProtocolNotSupportedError'],
])('the sub-protocol %s causes connection_error %s', async (offered, message) => {
  const { realtimeUrl } = await startRealtimeApi();
  const seen = await shakeHands(realtimeUrl, offered);
  expect(seen).toMatch(/^HTTP\/1.1 101 /);
  expect(seen.toLowerCase()).not.toContain('sec-websocket-protocol');
  expect(seen).toContain(JSON.stringify({ errors: [{ message, errorCode: 400 }] }));
});

test('only graphql-ws is selected of several sub-protocols', async () => {
  const { realtimeUrl } = await startRealtimeApi();
  const socket = new WebSocket(realtimeUrl, ['other', 'graphql-ws'], {
    headers: { 'x-api-key': API_KEY },
  });
  await keep(new RealtimeClient(socket)).then((client) => client.opened());
  expect(socket.protocol).toBe('graphql-ws');
});

test('messages between connection_init and its acknowledgement are ignored and logged', async () => {
  const { realtimeUrl, lines } = await startRealtimeApi();
  const client = await keep(new RealtimeClient(WAYS.query(realtimeUrl, { 'x-api-key': API_KEY })));
  await client.opened();
  client.send({ type: 'connection_init' });
  client.start('a', 'subscription { onEvent { seq } }');
  await client.next('ka');
  await client.subscribe('b', 'subscription { onEvent { seq } }');
  await expect(client.next('start_ack', 'a', 200)).rejects.toThrow('expected start_ack');
  expect(lines.join()).toContain('ignored start before connection_ack');
});

test('a client may omit connection_init and still receives keep-alives', async () => {
  const { realtimeUrl, publish } = await startRealtimeApi();
  const client = await keep(new RealtimeClient(WAYS.query(realtimeUrl, { 'x-api-key': API_KEY })));
  await client.opened();
  await client.subscribe('a', 'subscription { onEvent { seq } }');
  await client.next('ka');
  await publish('1');
  expect(await client.next('data', 'a')).toMatchObject({ id: 'a' });
});

test('a rejected connection accepts no subscription, whatever its credentials', async () => {
  const { realtimeUrl } = await startRealtimeApi();
  const client = await keep(
    new RealtimeClient(WAYS.headers(realtimeUrl, { 'x-api-key': 'wrong' })),
  );
  await client.opened();
  client.start('a', 'subscription { onEvent { seq } }');
  const closed = client.closed();
  await client.refusal();
  await closed;
  await expect(client.next('start_ack', 'a', 0)).rejects.toThrow('got []');
});

test('a WebSocket at another path is rejected, and an invalid path does no harm', async () => {
  const api = await startRealtimeApi();
  for (const path of ['/graphql', '//']) {
    const socket = open(Number(new URL(api.url).port), '127.0.0.1');
    const upgrade = 'connection: upgrade\r\nupgrade: websocket\r\n\r\n';
    socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\n${upgrade}`);
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1.1 404 /);
    socket.destroy();
  }
  expect(await api.ask('{ nothing }')).toMatchObject({ data: { nothing: null } });
});
