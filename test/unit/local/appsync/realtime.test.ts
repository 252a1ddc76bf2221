import { once } from 'node:events';
import { connect as open } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { RealtimeClient, WAYS } from './realtimeClient.ts';
import { answering, startTestApi } from './startTestApi.ts';

const SCHEMA = `
type Query { nothing: String }
type Event { seq: ID!, kind: String, bookId: ID, title: String, extra: AWSJSON }
type Mutation { publish(seq: ID!, kind: String, bookId: ID): Event, other: Event }
type Subscription {
  onEvent(bookId: ID, kind: String): Event @aws_subscribe(mutations: ["publish"])
  onFiltered(kind: String): Event @aws_subscribe(mutations: ["publish"])
  onClosed: Event @aws_subscribe(mutations: ["publish"])
}`;
const RESOLVERS = {
  'Mutation.publish': answering(
    "return { ...ctx.args, title: 'T' + ctx.args.seq, extra: { a: [1] } };",
  ),
  'Subscription.onFiltered': answering(
    `extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter({ seq: { in: ['1', '2'], eq: '9' } }));
     return null;`,
  ),
  'Subscription.onClosed': answering("util.error('closed', 'Closed');"),
};
const ALL = '{ seq kind bookId title extra }';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function start() {
  const api = await startTestApi({ schema: SCHEMA, resolvers: RESOLVERS });
  stops.push(api.stop);
  const publish = (seq: string, rest = '', selection = ALL) =>
    api.ask(`mutation { publish(seq: "${seq}"${rest}) ${selection} }`);
  return { api, publish };
}

async function connect(url: string): Promise<RealtimeClient> {
  const client = await RealtimeClient.ready(url);
  stops.push(() => client.close());
  return client;
}

test.each(Object.keys(WAYS) as (keyof typeof WAYS)[])(
  'a client may hand its credentials over by %s, and is kept alive early',
  async (way) => {
    const { api } = await start();
    const client = await RealtimeClient.connect(api.realtimeUrl, way);
    stops.push(() => client.close());
    expect(await client.next('connection_ack')).toEqual({
      type: 'connection_ack',
      payload: { connectionTimeoutMs: 300_000 },
    });
    await client.next('ka');
    expect(client.socket.protocol).toBe('graphql-ws');
  },
);

test.each(Object.keys(WAYS) as (keyof typeof WAYS)[])(
  'bad credentials by %s end in connection_error 401',
  async (way) => {
    const { api } = await start();
    const client = await RealtimeClient.connect(api.realtimeUrl, way, { 'x-api-key': 'wrong' });
    stops.push(() => client.close());
    const { payload } = await client.next('connection_error');
    expect(payload?.errors?.[0]).toMatchObject({
      errorType: 'UnauthorizedException',
      errorCode: 401,
    });
  },
);

test('an event carries what the mutation selected, not more', async () => {
  const { api, publish } = await start();
  const client = await connect(api.realtimeUrl);
  await client.subscribe('a', `subscription { onEvent ${ALL} }`);
  await publish('1', ', kind: "K"', '{ number: seq kind extra }');
  expect((await client.next('data', 'a')).payload).toEqual({
    data: { onEvent: { seq: '1', kind: 'K', bookId: null, title: null, extra: '{"a":[1]}' } },
  });
});

test('a required field that the mutation did not select is an error in the data message', async () => {
  const { api, publish } = await start();
  const client = await connect(api.realtimeUrl);
  await client.subscribe('a', 'subscription { onEvent { seq } }');
  await publish('1', '', '{ title }');
  const { payload } = await client.next('data', 'a');
  expect(payload?.data).toEqual({ onEvent: null });
  expect(payload?.errors?.[0]?.message).toBe(
    "Cannot return null for non-nullable type: 'ID' within parent 'Event' (/onEvent/seq)",
  );
});

test('each field of an aliased mutation document is an event of its own', async () => {
  const { api } = await start();
  const client = await connect(api.realtimeUrl);
  await client.subscribe('a', 'subscription { onEvent { seq } }');
  await api.ask('mutation { x: publish(seq: "1") { seq } y: publish(seq: "2") { seq } }');
  expect((await client.next('data')).payload?.data).toEqual({ onEvent: { seq: '1' } });
  expect((await client.next('data')).payload?.data).toEqual({ onEvent: { seq: '2' } });
});

test('arguments filter by equality; null equals null; an omitted one does not filter', async () => {
  const { api, publish } = await start();
  const client = await connect(api.realtimeUrl);
  await client.subscribe('all', 'subscription { onEvent { seq } }');
  await client.subscribe('b1', 'subscription($b: ID) { onEvent(bookId: $b) { seq } }', { b: 'b1' });
  await client.subscribe('null', 'subscription { onEvent(bookId: null) { seq } }');
  await client.subscribe('unset', 'subscription($b: ID) { onEvent(bookId: $b) { seq } }');
  await publish('1', ', bookId: "b1"');
  await publish('2');
  await publish('3', ', bookId: "b2"');
  const seqs: Record<string, unknown[]> = {};
  for (let i = 0; i < 3; i += 1) {
    const { payload } = await client.next('data', 'all');
    expect(payload?.data?.onEvent).toEqual({ seq: String(i + 1) });
  }
  for (const { id = '', payload } of client.pending()) {
    const event = payload?.data?.onEvent as { seq: string } | undefined;
    seqs[id] = [...(seqs[id] ?? []), event?.seq];
  }
  expect(seqs).toEqual({ b1: ['1'], null: ['2'], unset: ['2'] });
});

test('an enhanced filter replaces the arguments, and conditions on one field are alternatives', async () => {
  const { api, publish } = await start();
  const client = await connect(api.realtimeUrl);
  await client.subscribe('f', 'subscription { onFiltered(kind: "NEVER") { seq } }');
  for (const seq of ['1', '3', '9']) await publish(seq, ', kind: "K"');
  expect((await client.next('data', 'f')).payload?.data).toEqual({ onFiltered: { seq: '1' } });
  expect((await client.next('data', 'f')).payload?.data).toEqual({ onFiltered: { seq: '9' } });
});

test('the resolver of a subscription can refuse it', async () => {
  const { api } = await start();
  const client = await connect(api.realtimeUrl);
  client.start('c', 'subscription { onClosed { seq } }');
  expect((await client.next('error', 'c')).payload?.errors?.[0]).toMatchObject({
    errorType: 'Closed',
    message: 'closed',
  });
});

test('stop completes and ends the events', async () => {
  const { api, publish } = await start();
  const client = await connect(api.realtimeUrl);
  await client.subscribe('a', 'subscription { onEvent { seq } }');
  await client.subscribe('b', 'subscription { onEvent { seq } }');
  client.send({ type: 'stop', id: 'a' });
  await client.next('complete', 'a');
  await publish('1');
  await client.next('data', 'b');
  expect(client.pending()).toEqual([]);
});

test('each subscription proves itself', async () => {
  const { api } = await start();
  const client = await connect(api.realtimeUrl);
  client.start('a', 'subscription { onEvent { seq } }', {}, { 'x-api-key': 'wrong' });
  expect((await client.next('error', 'a')).payload?.errors?.[0]?.errorType).toBe(
    'UnauthorizedException',
  );
});

test('what a connection refuses', async () => {
  const { api } = await start();
  const client = await connect(api.realtimeUrl);
  await client.subscribe('a', 'subscription { onEvent { seq } }');
  const refusal = async (id?: string) => (await client.next('error', id)).payload?.errors?.[0];
  client.start('a', 'subscription { onEvent { seq } }');
  expect(await refusal('a')).toMatchObject({ errorType: 'DuplicatedOperationError' });
  client.start('q', '{ nothing }');
  expect(await refusal('q')).toMatchObject({ errorType: 'UnsupportedOperation' });
  client.start('two', 'subscription { onEvent { seq } onClosed { seq } }');
  expect(await refusal('two')).toMatchObject({ errorType: 'DuplicatedOperationError' });
  client.start('v', 'subscription { onEvent { wrong } }');
  expect((await refusal('v'))?.message).toContain("Field 'wrong' in type 'Event' is undefined");
  client.send({ type: 'subscribe', id: 's' });
  expect(await refusal('s')).toEqual({
    errorType: 'UnsupportedOperation',
    message: 'unknown not supported through the realtime channel',
  });
  for (let i = 1; i < 100; i += 1)
    await client.subscribe(`n${i}`, 'subscription { onEvent { seq } }');
  client.start('101', 'subscription { onEvent { seq } }');
  expect(await refusal('101')).toMatchObject({ errorType: 'MaxSubscriptionsReachedError' });
});

test('messages before the acknowledgement are ignored, with a line in the log', async () => {
  const { api } = await start();
  const client = new RealtimeClient(WAYS.query(api.realtimeUrl, { 'x-api-key': 'da2-test' }));
  stops.push(() => client.close());
  await client.opened();
  client.start('a', 'subscription { onEvent { seq } }');
  client.send({ type: 'connection_init' });
  await client.next('ka');
  await client.subscribe('b', 'subscription { onEvent { seq } }');
  await expect(client.next('start_ack', 'a', 200)).rejects.toThrow('expected start_ack');
  expect(api.lines.join()).toContain('ignored start before connection_ack');
});

test('an event of more than 240 KB is not sent, and the log says so', async () => {
  const { api, publish } = await start();
  const client = await connect(api.realtimeUrl);
  await client.subscribe('a', 'subscription { onEvent { seq kind } }');
  await publish('1', `, kind: "${'x'.repeat(250_000)}"`);
  await publish('2');
  expect((await client.next('data', 'a')).payload?.data?.onEvent).toMatchObject({ seq: '2' });
  expect(api.lines.join()).toContain('AppSync carries 245760');
});

test('a WebSocket at another address is refused, and a broken address ends nothing', async () => {
  const { api } = await start();
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
