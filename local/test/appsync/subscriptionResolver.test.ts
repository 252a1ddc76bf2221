import { expect, test } from 'vitest';
import { startRealtimeApi } from './startRealtimeApi.ts';
import { answering } from './startTestApi.ts';

const SCHEMA = `
type Query { nothing: String }
type Event { seq: ID!, at: AWSDate }
type Mutation { publish: Event }
type Subscription { onEvent: Event @aws_subscribe(mutations: ["publish"]) }`;

async function start(answer: string) {
  const api = await startRealtimeApi({
    schema: SCHEMA,
    resolvers: {
      'Mutation.publish': answering("return { seq: '1', at: '2026-11-26' };"),
      'Subscription.onEvent': answering(`console.log('was run'); ${answer}`),
    },
  });
  return { ...api, client: await api.connect() };
}

const LISTEN = 'subscription { onEvent { seq at } }';

test('the resolver of a subscription runs only at its start, and events do not use its result', async () => {
  const { client, ask, lines } = await start("return { seq: 'at the start' };");
  await client.subscribe('a', LISTEN);
  await ask('mutation { publish { seq at } }');
  expect((await client.next('data', 'a')).payload).toEqual({
    data: { onEvent: { seq: '1', at: '2026-11-26' } },
  });
  expect(client.pending()).toEqual([]);
  expect(lines.filter((line) => line.includes('was run'))).toHaveLength(1);
});

test.each([
  ['nothing', 'return null;'],
  ['a value of its type', "return { seq: '0', at: '2026-11-25' };"],
])('the resolver of a subscription may return %s', async (_, answer) => {
  const { client } = await start(answer);
  client.start('a', LISTEN);
  expect(await client.next('start_ack')).toMatchObject({ id: 'a' });
});

test('a result that does not match its type rejects the subscription', async () => {
  const { client, ask } = await start("return { seq: '0', at: 'no date' };");
  client.start('a', LISTEN);
  expect((await client.refusal('a'))?.errors?.[0]?.message).toContain("Can't serialize value");
  await ask('mutation { publish { seq at } }');
  await expect(client.next('data', 'a', 200)).rejects.toThrow('expected data');
});
