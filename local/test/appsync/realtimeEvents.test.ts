import { expect, test } from 'vitest';
import { ALL, startRealtimeApi } from './startRealtimeApi.ts';

const DATA = (field: string, value: unknown) => ({ data: { [field]: value } });

test('an event contains only what the mutation selected', async () => {
  const { connect, publish } = await startRealtimeApi();
  const client = await connect();
  await client.subscribe('a', `subscription { onEvent ${ALL} }`);
  await publish('1', ', kind: "K"', '{ number: seq kind extra }');
  const { payload } = await client.next('data', 'a');
  const event = { seq: '1', kind: 'K', bookId: null, title: null, extra: '{"a":[1]}' };
  expect(payload).toEqual(DATA('onEvent', event));
});

test('each subscriber receives its own selection from what the mutation selected', async () => {
  const { connect, publish } = await startRealtimeApi();
  const client = await connect();
  await client.subscribe('a', 'subscription { onEvent { title } }');
  await client.subscribe('b', 'subscription { onEvent { s: seq } }');
  await client.subscribe('c', 'subscription { e: onEvent { seq __typename } }');
  await publish('1');
  expect((await client.next('data', 'a')).payload).toEqual(DATA('onEvent', { title: 'T1' }));
  expect((await client.next('data', 'b')).payload).toEqual(DATA('onEvent', { s: '1' }));
  const typed = { seq: '1', __typename: 'Event' };
  expect((await client.next('data', 'c')).payload).toEqual(DATA('e', typed));
});

test('an event is published if the mutation leaves a directive’s variable at its default', async () => {
  const { connect, ask } = await startRealtimeApi();
  const client = await connect();
  await client.subscribe('a', 'subscription { onEvent { seq kind } }');
  await ask(`mutation ($all: Boolean = true) {
    publish(seq: "1", kind: "K") @include(if: $all) { seq kind @skip(if: $all) }
  }`);
  expect((await client.next('data', 'a')).payload).toEqual(
    DATA('onEvent', { seq: '1', kind: null }),
  );
});

test('a required field that the mutation did not select is an error in the data message', async () => {
  const { connect, publish } = await startRealtimeApi();
  const client = await connect();
  await client.subscribe('a', 'subscription { onEvent { seq } }');
  await publish('1', '', '{ title }');
  const { payload } = await client.next('data', 'a');
  expect(payload?.data).toEqual({ onEvent: null });
  expect(payload?.errors?.[0]?.message).toBe(
    "Cannot return null for non-nullable type: 'ID' within parent 'Event' (/onEvent/seq)",
  );
});

test('each aliased field of a mutation is a separate event, in order', async () => {
  const { connect, ask } = await startRealtimeApi();
  const client = await connect();
  await client.subscribe('a', 'subscription { onEvent { seq } }');
  await ask('mutation { x: publish(seq: "1") { seq } y: publish(seq: "2") { seq } }');
  expect((await client.next('data')).payload).toEqual(DATA('onEvent', { seq: '1' }));
  expect((await client.next('data')).payload).toEqual(DATA('onEvent', { seq: '2' }));
});

test('a field that an event skips is not used for filtering, even if the mutation returned it', async () => {
  const { connect, publish } = await startRealtimeApi();
  const client = await connect();
  await client.subscribe('a', 'subscription { onEvent(kind: "K") { seq } }');
  await publish('1', ', kind: "K"', '{ seq }');
  await publish('2', ', kind: "K"', '{ seq kind }');
  expect((await client.next('data')).payload).toEqual(DATA('onEvent', { seq: '2' }));
  expect(client.pending()).toEqual([]);
});

test('arguments filter by equality; null equals null; an omitted argument does not filter', async () => {
  const { connect, publish } = await startRealtimeApi();
  const client = await connect();
  const byVariable = 'subscription($b: ID) { onEvent(bookId: $b) { seq } }';
  await client.subscribe('b1', byVariable, { b: 'b1' });
  await client.subscribe('null', 'subscription { onEvent(bookId: null) { seq } }');
  await client.subscribe('nullVariable', byVariable, { b: null });
  await client.subscribe('unset', byVariable);
  await client.subscribe('both', 'subscription { onEvent(bookId: "b1", kind: "K") { seq } }');
  await client.subscribe('all', 'subscription { onEvent { seq } }');
  await publish('1', ', bookId: "b1"');
  await publish('2');
  await publish('3', ', bookId: "b2"');
  await publish('4', ', bookId: "b1", kind: "K"');
  for (const seq of ['1', '2', '3', '4']) {
    expect((await client.next('data', 'all')).payload).toEqual(DATA('onEvent', { seq }));
  }
  const heard: Record<string, unknown[]> = {};
  for (const { id = '', payload } of client.pending()) {
    const event = payload?.data?.onEvent as { seq: string } | undefined;
    heard[id] = [...(heard[id] ?? []), event?.seq];
  }
  expect(heard).toEqual({
    b1: ['1', '4'],
    null: ['2'],
    nullVariable: ['2'],
    unset: ['2'],
    both: ['4'],
  });
});

test('an enhanced filter replaces the arguments, and conditions on one field are alternatives', async () => {
  const { connect, publish } = await startRealtimeApi();
  const client = await connect();
  await client.subscribe('f', 'subscription { onFiltered(kind: "NEVER") { seq } }');
  for (const seq of ['1', '3', '9']) await publish(seq, ', kind: "K"');
  expect((await client.next('data', 'f')).payload).toEqual(DATA('onFiltered', { seq: '1' }));
  expect((await client.next('data', 'f')).payload).toEqual(DATA('onFiltered', { seq: '9' }));
});

test('a list reaches subscribers without a filter, but passes no enhanced filter', async () => {
  const { connect, ask } = await startRealtimeApi();
  const client = await connect();
  await client.subscribe('f', 'subscription { onFilteredMany { seq } }');
  await client.subscribe('a', 'subscription { onMany { seq } }');
  await ask('mutation { publishMany { seq } }');
  const events = [{ seq: '1' }, { seq: '2' }];
  expect((await client.next('data', 'a')).payload).toEqual(DATA('onMany', events));
  expect(client.pending()).toEqual([]);
});

const order = (...filterGroup: unknown[]) => ({ filter: JSON.stringify({ filterGroup }) });
const where = (fieldName: string, operator: string, value: unknown) => ({
  filters: [{ fieldName, operator, value }],
});

test('groups are alternatives, and all filters of a group must match', async () => {
  const { connect, publish } = await startRealtimeApi();
  const client = await connect();
  const both = {
    filters: [...where('seq', 'eq', '1').filters, ...where('kind', 'eq', 'K').filters],
  };
  const query = 'subscription($filter: String!) { onOrdered(filter: $filter) { seq } }';
  await client.subscribe('f', query, order(both, where('title', 'beginsWith', 'T4')));
  await publish('1');
  await publish('2', ', kind: "K"');
  await publish('1', ', kind: "K"');
  await publish('4');
  expect((await client.next('data', 'f')).payload).toEqual(DATA('onOrdered', { seq: '1' }));
  expect((await client.next('data', 'f')).payload).toEqual(DATA('onOrdered', { seq: '4' }));
  expect(client.pending()).toEqual([]);
});

test('a filter that AppSync rejects is rejected at the start', async () => {
  const { connect } = await startRealtimeApi();
  const client = await connect();
  const query = 'subscription($filter: String!) { onOrdered(filter: $filter) { seq } }';
  client.start('f', query, order(where('seq', 'in', ['1', '2', '3', '4', '5', '6'])));
  expect(await client.refusal('f')).toEqual({
    errors: [
      { message: 'subscription exceeds maximum value limit 5 for operator `in`.', errorCode: 400 },
    ],
  });
});

test('a mutation that fails publishes nothing', async () => {
  const { connect, publish, ask } = await startRealtimeApi();
  const client = await connect();
  await client.subscribe('a', 'subscription { onEvent { seq } }');
  await ask('mutation { publish(seq: null) { seq } }');
  await publish('2');
  expect((await client.next('data')).payload).toEqual(DATA('onEvent', { seq: '2' }));
});
