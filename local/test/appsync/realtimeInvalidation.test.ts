import { afterEach, expect, test, vi } from 'vitest';
import { startRealtimeApi } from './startRealtimeApi.ts';

afterEach(() => {
  vi.useRealTimers();
});

const LISTEN = 'subscription($userId: ID) { onInvalidated(userId: $userId) { seq } }';

test('a mutation ends the subscriptions whose filter it matches, and closes their connection', async () => {
  const { connect, ask, publish, lines } = await startRealtimeApi();
  const [one, two] = [await connect(), await connect()];
  await one.subscribe('a', LISTEN, { userId: 'u1' });
  await two.subscribe('a', LISTEN, { userId: 'u2' });
  await two.subscribe('b', LISTEN);
  const closed = one.closed();
  expect(await ask('mutation { remove(userId: "u1") }')).toEqual({ data: { remove: 'removed' } });
  expect(await one.next('complete')).toEqual({
    type: 'complete',
    id: 'a',
    payload: { message: 'Subscription complete.' },
  });
  expect((await closed).code).toBe(1000);
  expect(lines.join()).toContain('invalidated 1 subscriptions to onInvalidated');
  await publish('1');
  await two.next('data', 'a');
  await two.next('data', 'b');
});

test('a subscription without an invalidation filter is never ended', async () => {
  const { connect, ask, publish } = await startRealtimeApi();
  const client = await connect();
  await client.subscribe('a', LISTEN);
  await ask('mutation { remove(userId: null) }');
  await publish('1');
  expect(await client.next('data', 'a')).toMatchObject({ id: 'a' });
});

test('a sixth distinct invalidation of one request is an error, and five are carried out', async () => {
  const { connect, ask } = await startRealtimeApi();
  const client = await connect();
  await client.subscribe('a', LISTEN, { userId: 'u4' });
  const answer = await ask('mutation { remove(userId: "u", times: 6) }');
  expect(answer.errors?.[0]?.errorType).toBe('Code');
  expect(answer.errors?.[0]?.message).toContain('at most 5 distinct');
  await client.next('complete', 'a');
});

test('the limit of five counts over all fields of a request', async () => {
  const { ask } = await startRealtimeApi();
  const three = 'remove(userId: "u", times: 3)';
  const answer = await ask(`mutation { a: ${three} b: ${three} c: remove(userId: "v", times: 3) }`);
  expect(answer.data).toEqual({ a: 'removed', b: 'removed', c: null });
});

test('an invalidation in a query has no effect and is logged', async () => {
  const { ask, lines } = await startRealtimeApi();
  await ask('{ invalidate }');
  expect(lines).toEqual(['cannot invalidate subscriptions: only a mutation can']);
});

test('an invalidation of something not in the schema is logged', async () => {
  const { ask, lines } = await startRealtimeApi();
  await ask('mutation { remove(userId: "u", field: "onNothing") }');
  expect(lines.join()).toContain(
    'cannot invalidate onNothing: the schema has no such subscription',
  );
});

test('invalidations beyond a hundred in one second are dropped and logged', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-26T00:00:00Z') });
  const { ask, lines } = await startRealtimeApi();
  const [alias, all] = ['x', Array.from({ length: 101 }, (_, n) => n)];
  const invalidate = (n: number) => ask(`mutation { ${alias}: remove(userId: "u${n}") }`);
  await Promise.all(all.map(invalidate));
  expect(lines.filter((line) => line.startsWith('invalidated'))).toHaveLength(100);
  expect(lines.join()).toContain('cannot invalidate onInvalidated: AppSync takes 100 a second');
  vi.setSystemTime(new Date('2026-11-26T00:00:01Z'));
  await invalidate(0);
  expect(lines.at(-1)).toBe('invalidated 0 subscriptions to onInvalidated');
});
