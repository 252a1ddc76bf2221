import { expect, test } from 'vitest';
import { RealtimeClient } from './realtimeClient.ts';
import { CREDENTIALS, signRequest } from './signRequest.ts';
import { startIssuer } from './startIssuer.ts';
import { keep, startRealtimeApi } from './startRealtimeApi.ts';
import { API_KEY, answering } from './startTestApi.ts';

const LISTEN = 'subscription { onEvent { seq } }';

test('a subscription is acknowledged by its id', async () => {
  const { connect } = await startRealtimeApi();
  const client = await connect();
  client.start('a', LISTEN);
  expect(await client.next('start_ack')).toEqual({ type: 'start_ack', id: 'a' });
});

test('a directive uses the default of its variable', async () => {
  const { connect, publish } = await startRealtimeApi();
  const client = await connect();
  const directive =
    'subscription ($all: Boolean = true) { onEvent { seq ...Rest @include(if: $all) } }';
  const root = 'subscription ($all: Boolean = true) { onEvent @include(if: $all) { seq } }';
  await client.subscribe('a', `${directive} fragment Rest on Event { kind }`);
  await client.subscribe('b', root);
  await publish('1', ', kind: "K"');
  const heard = async (id: string) => (await client.next('data', id)).payload?.data;
  expect(await heard('a')).toEqual({ onEvent: { seq: '1', kind: 'K' } });
  expect(await heard('b')).toEqual({ onEvent: { seq: '1' } });
});

test('an invalid variable is reported to the client', async () => {
  const { connect } = await startRealtimeApi();
  const client = await connect();
  client.start('a', 'subscription ($kind: String) { onEvent(kind: $kind) { seq } }', { kind: [1] });
  expect((await client.refusal('a'))?.errors?.[0]?.message).toContain("Variable 'kind'");
});

test.each([
  ['variables that are a list', { query: LISTEN, variables: [1] }, 'UnsupportedOperation'],
  ['a name that is no text', { query: LISTEN, operationName: 1 }, 'UnsupportedOperation'],
])('%s is answered, and the connection continues', async (_, data, errorType) => {
  const { connect } = await startRealtimeApi();
  const client = await connect();
  const extensions = { authorization: { 'x-api-key': API_KEY } };
  client.send({ type: 'start', id: 'a', payload: { data: JSON.stringify(data), extensions } });
  expect((await client.refusal('a'))?.errors?.[0]?.errorType).toBe(errorType);
  await client.subscribe('a', LISTEN);
});

test('a document that is too deep is reported to the client, and the connection continues', async () => {
  const { connect } = await startRealtimeApi();
  const client = await connect();
  client.start('a', `{${'a{'.repeat(50_000)}`);
  expect((await client.refusal('a'))?.errors?.[0]?.message).toContain('Denial Of Service');
  await client.subscribe('a', LISTEN);
});

test('subscriptions of one connection may use different authorization modes', async () => {
  const issuer = await startIssuer();
  const modes = '@aws_api_key @aws_oidc @aws_iam';
  const api = await startRealtimeApi({
    schema: `
      type Query { nothing: String }
      type Mutation { say: Said }
      type Said ${modes} { everybody: String, members: String @aws_oidc, workflows: String @aws_iam }
      type Subscription { onSaid: Said @aws_subscribe(mutations: ["say"]) ${modes} }`,
    resolvers: {
      'Mutation.say': answering("return { everybody: 'e', members: 'm', workflows: 'w' };"),
    },
    settings: {
      AdditionalAuthenticationProviders: [
        { AuthenticationType: 'AWS_IAM' },
        {
          AuthenticationType: 'OPENID_CONNECT',
          OpenIDConnectConfig: { Issuer: issuer.url },
        },
      ],
    },
    options: { signers: CREDENTIALS },
  });
  const client = await api.connect();
  const query = 'subscription { onSaid { everybody members workflows } }';
  const proofs = {
    key: { 'x-api-key': API_KEY },
    member: { Authorization: `Bearer ${await issuer.sign()}` },
    workflow: await signRequest(api.url, JSON.stringify({ query })),
  };
  for (const [id, proof] of Object.entries(proofs)) {
    client.start(id, query, undefined, proof);
    await client.next('start_ack', id);
  }
  await api.ask('mutation { say { everybody } }');
  const heard = async (id: string) => (await client.next('data', id)).payload;
  const error = (field: string) => ({
    message: `Not Authorized to access ${field} on type Said`,
    errorType: 'Unauthorized',
  });
  const data = { onSaid: { everybody: 'e', members: null, workflows: null } };
  expect(await heard('key')).toMatchObject({
    data,
    errors: [error('members'), error('workflows')],
  });
  expect(await heard('member')).toMatchObject({ data, errors: [error('workflows')] });
  expect(await heard('workflow')).toMatchObject({ data, errors: [error('members')] });
  await issuer.stop();
});

test.each([
  ['a wrong key', { 'x-api-key': 'wrong' }],
  ['no proof', {}],
])('%s at the start is rejected, although the connection was authorized', async (_, proof) => {
  const { connect } = await startRealtimeApi();
  const client = await connect();
  client.start('a', LISTEN, {}, proof);
  const [error] = (await client.refusal('a'))?.errors ?? [];
  expect(error?.errorType).toBe('UnauthorizedException');
  expect(Object.keys(error ?? {}).sort()).toEqual(['errorType', 'message']);
});

test('a signature of a text other than the started one is rejected', async () => {
  const { connect, url } = await startRealtimeApi({
    settings: { AdditionalAuthenticationProviders: [{ AuthenticationType: 'AWS_IAM' }] },
  });
  const client = await connect();
  client.start('a', LISTEN, undefined, await signRequest(url, JSON.stringify({ query: '{ x }' })));
  expect((await client.refusal('a'))?.errors?.[0]?.errorType).toBe('UnauthorizedException');
});

const twice = (id: string) => ({
  errors: [
    { errorType: 'DuplicatedOperationError', message: `Duplicated operation with id ${id}` },
  ],
});

test('an id in use is rejected, and its subscription continues', async () => {
  const { connect, publish } = await startRealtimeApi();
  const client = await connect();
  await client.subscribe('a', LISTEN);
  client.start('a', LISTEN);
  expect(await client.refusal('a')).toEqual(twice('a'));
  await publish('1');
  await client.next('data', 'a');
  expect(client.pending()).toEqual([]);
});

test('an id is free again after stop, and after a rejected start', async () => {
  const { connect } = await startRealtimeApi();
  const client = await connect();
  client.start('a', 'subscription { onClosed { seq } }');
  expect(await client.refusal('a')).toEqual({
    errors: [{ errorType: 'Closed', message: 'Cannot return null to strangers' }],
  });
  await client.subscribe('a', LISTEN);
  client.send({ type: 'stop', id: 'a' });
  await client.next('complete', 'a');
  await client.subscribe('a', LISTEN);
});

test('a subscription with the same top-level field twice counts as one', async () => {
  const { connect } = await startRealtimeApi();
  const client = await connect();
  client.start('two', 'subscription { onEvent { seq } onClosed { seq } }');
  expect(await client.refusal('two')).toEqual(twice('two'));
});

test.each([
  ['{ nothing }', 'query'],
  ['mutation { publish(seq: "1") { seq } }', 'mutation'],
])('%s is not possible over the realtime channel', async (query, operation) => {
  const { connect } = await startRealtimeApi();
  const client = await connect();
  client.start('q', query);
  const message = `${operation} not supported through the realtime channel`;
  expect(await client.refusal('q')).toEqual({
    errors: [{ errorType: 'UnsupportedOperation', message }],
  });
});

test('a text that does not match the schema is rejected with the validation message', async () => {
  const { connect } = await startRealtimeApi();
  const client = await connect();
  client.start('v', 'subscription { onEvent { wrong } }');
  expect((await client.refusal('v'))?.errors).toEqual([
    { message: expect.stringContaining("Field 'wrong' in type 'Event' is undefined") },
  ]);
});

const unknown = {
  errors: [
    {
      errorType: 'UnsupportedOperation',
      message: 'unknown not supported through the realtime channel',
    },
  ],
};

test.each([
  ['an unknown type', { type: 'subscribe', id: 's' }],
  ['no payload', { type: 'start', id: 's' }],
  ['a payload that is null', { type: 'start', id: 's', payload: null }],
  ['data that is no text', { type: 'start', id: 's', payload: { data: { query: LISTEN } } }],
  ['data that is no JSON', { type: 'start', id: 's', payload: { data: LISTEN } }],
  ['data without a query', { type: 'start', id: 's', payload: { data: '{}' } }],
])(
  'a message with %s is not supported',
  async (_, message: { type: string; payload?: object | null }) => {
    const { connect } = await startRealtimeApi();
    const client = await connect();
    const extensions = { authorization: { 'x-api-key': API_KEY } };
    const payload = message.payload && { ...message.payload, extensions };
    client.send({ ...message, ...(payload && { payload }) });
    expect(await client.refusal('s')).toEqual(unknown);
  },
);

test.each([
  ['text that is no JSON', '{'],
  ['a number', '1'],
  ['null', 'null'],
  ['bytes', Buffer.from('{"type":"connection_init"}')],
])('%s is answered with an error without an id, and the connection continues', async (_, data) => {
  const { connect } = await startRealtimeApi();
  const client = await connect();
  client.socket.send(data);
  expect(await client.next('error')).toEqual({
    type: 'error',
    payload: {
      errors: [{ errorType: 'BadRequestException', message: 'a message is a JSON object' }],
    },
  });
  await client.subscribe('a', LISTEN);
});

test('a start or stop without an id is not supported', async () => {
  const { connect } = await startRealtimeApi();
  const client = await connect();
  client.send({ type: 'stop' });
  expect(await client.next('error')).toEqual({ type: 'error', payload: unknown });
});

test('stop completes and ends only that subscription', async () => {
  const { connect, publish } = await startRealtimeApi();
  const client = await connect();
  await client.subscribe('a', LISTEN);
  await client.subscribe('b', LISTEN);
  client.send({ type: 'stop', id: 'a' });
  expect(await client.next('complete')).toEqual({ type: 'complete', id: 'a' });
  await publish('1');
  await client.next('data', 'b');
  expect(client.pending()).toEqual([]);
});

test('a stop that overtakes the acknowledgement ends the subscription before it begins', async () => {
  const issuer = await startIssuer();
  const api = await startRealtimeApi({
    settings: {
      AuthenticationType: 'OPENID_CONNECT',
      OpenIDConnectConfig: { Issuer: issuer.url },
      AdditionalAuthenticationProviders: [{ AuthenticationType: 'API_KEY' }],
    },
    schema: `
      type Query { nothing: String }
      type Mutation { say: String }
      type Subscription { onSaid: String @aws_subscribe(mutations: ["say"]) }`,
    resolvers: {},
  });
  const client = await keep(RealtimeClient.connect(api.realtimeUrl));
  await client.next('ka');
  // Verifying the token takes a while because the server must fetch the issuer's keys.
  client.start('a', 'subscription { onSaid }', {}, { authorization: await issuer.sign() });
  client.send({ type: 'stop', id: 'a' });
  await client.next('complete', 'a');
  await expect(client.next('start_ack', 'a', 300)).rejects.toThrow('expected start_ack');
  await issuer.stop();
});
