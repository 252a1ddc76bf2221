import { afterEach, expect, test, vi } from 'vitest';
import { startRealtimeApi } from './startRealtimeApi.ts';

afterEach(() => {
  vi.useRealTimers();
});

const LISTEN = 'subscription { onEvent { seq kind } }';

const pretendTimers = () =>
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
    shouldAdvanceTime: true,
  });

test('the server sends a keep-alive every minute', async () => {
  pretendTimers();
  const { connect } = await startRealtimeApi();
  const client = await connect();
  await expect(client.next('ka', undefined, 0)).rejects.toThrow('expected ka');
  for (let minute = 1; minute <= 5; minute += 1) {
    vi.advanceTimersByTime(60_000);
    await client.next('ka');
  }
});

test('a second connection_init is acknowledged again without doubling the keep-alives', async () => {
  pretendTimers();
  const { connect } = await startRealtimeApi();
  const client = await connect();
  await client.next('connection_ack');
  client.send({ type: 'connection_init' });
  await client.next('connection_ack');
  vi.advanceTimersByTime(60_000);
  await client.next('ka');
  await client.subscribe('a', LISTEN);
  await expect(client.next('ka', undefined, 0)).rejects.toThrow('expected ka');
});

test('a connection ends after exactly 24 hours', async () => {
  pretendTimers();
  const { connect } = await startRealtimeApi();
  const client = await connect();
  const closed = client.closed();
  vi.advanceTimersByTime(24 * 3_600_000 - 60_000);
  await client.subscribe('a', LISTEN);
  vi.advanceTimersByTime(60_000);
  expect((await closed).code).toBe(1000);
});

test('a connection has at most a hundred subscriptions', async () => {
  const { connect } = await startRealtimeApi();
  const client = await connect();
  for (let n = 1; n <= 100; n += 1) await client.subscribe(`n${n}`, LISTEN);
  client.start('more', LISTEN);
  expect(await client.refusal('more')).toEqual({
    errors: [
      {
        errorType: 'MaxSubscriptionsReachedError',
        message: 'Max number of 100 subscriptions reached',
      },
    ],
  });
  client.send({ type: 'stop', id: 'n1' });
  await client.next('complete', 'n1');
  await client.subscribe('more', LISTEN);
});

const KB = 1024;
/** Publishes an event with a payload of this many bytes. */
const sized = (bytes: number) => {
  const bare = JSON.stringify({ data: { onEvent: { seq: '1', kind: '' } } }).length + 1;
  return `, kind: "${'x'.repeat(bytes - bare)}"`;
};

test('an event of 240 KB is sent; a larger one is dropped and logged', async () => {
  const { connect, publish, lines } = await startRealtimeApi();
  const client = await connect();
  await client.subscribe('a', LISTEN);
  await publish('1', sized(240 * KB));
  expect((await client.next('data', 'a')).payload?.data?.onEvent).toMatchObject({ seq: '1' });
  await publish('1', sized(240 * KB + 1));
  await publish('2');
  expect((await client.next('data', 'a')).payload?.data?.onEvent).toMatchObject({ seq: '2' });
  expect(lines.join()).toContain('has 245761 bytes, AppSync carries 245760');
});

test('a message of more than a megabyte ends the connection', async () => {
  const { connect } = await startRealtimeApi();
  const client = await connect();
  const closed = client.closed();
  client.send({ type: 'start', id: 'x'.repeat(1_000_001) });
  expect((await closed).code).toBe(1009);
});

test('a client that does not read is closed with 1008, and others receive everything', async () => {
  const { connect, publish, lines } = await startRealtimeApi();
  const [slow, quick] = [await connect(), await connect()];
  await slow.subscribe('a', LISTEN);
  await quick.subscribe('a', LISTEN);
  slow.socket.pause();
  const closed = slow.closed();
  let sent = 0;
  while (!lines.join().includes('does not read')) {
    sent += 1;
    if (sent > 100) throw new Error('20 MB were taken for a client that does not read');
    await publish(`${sent}`, sized(200 * KB));
    await quick.next('data', 'a');
  }
  await publish('after');
  await quick.next('data', 'a');
  slow.socket.resume();
  expect(await closed).toEqual({ code: 1008, reason: 'the client does not read' });
  expect(slow.pending().length).toBeLessThan(sent);
});
