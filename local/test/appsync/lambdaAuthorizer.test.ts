import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../../lib/resource.ts';
import { createAuthenticate } from '../../services/appsync/callers/authenticate.ts';
import { createLambdaAuthorizer } from '../../services/appsync/callers/lambdaAuthorizer.ts';
import { Sandbox } from '../../services/appsync/code/sandbox.ts';
import { readApi } from '../../services/appsync/definition/api.ts';
import { runFunction } from '../lambda/support.ts';
import { makeDirectory, type TestDirectory } from '../template/support.ts';
import { RealtimeClient } from './realtimeClient.ts';
import { startIssuer } from './startIssuer.ts';
import { answering, describeApi, startTestApi, type TestApi } from './startTestApi.ts';

/** Answers as its token says, and reports its call count and event. */
const AUTHORIZER = `
let calls = 0;
const answers = {
  yes: {},
  no: { isAuthorized: false },
  neither: { isAuthorized: 'yes' },
  nested: { resolverContext: { calls: { a: 1 } } },
  long: { resolverContext: { text: 'x'.repeat(5_000_001) } },
  'denied.short': { deniedFields: ['Thing.secret', 'Query.closed'] },
  'denied.arn': { deniedFields: [
    'arn:aws:appsync:us-east-1:111122223333:apis/ref-GraphQLApi/types/Thing/fields/secret',
    'arn:aws:appsync:us-east-1:111122223333:apis/another/types/Thing/fields/who',
  ] },
  'denied.odd': { deniedFields: ['secret'] },
  kept: { ttlOverride: 60 },
  'kept.not': { ttlOverride: 0 },
};
export const handler = async (event) => {
  calls += 1;
  const token = event.authorizationToken;
  if (token === 'throws') throw new Error('no');
  if (token === 'sleeps') await new Promise((resolve) => setTimeout(resolve, 1_000));
  if (token === 'null') return null;
  return {
    isAuthorized: true,
    resolverContext: { calls, event: JSON.stringify(event) },
    ...answers[token] ?? {},
  };
};`;

const SCHEMA = `
type Query @aws_lambda { seen: String, thing: Thing, closed: String, forKeys: String @aws_api_key }
type Mutation { add: Thing @aws_lambda }
type Subscription { onAdd: Thing @aws_subscribe(mutations: ["add"]) @aws_lambda }
type Thing @aws_lambda { who: String, secret: String }
`;

let directory: TestDirectory;
let lambda: Awaited<ReturnType<typeof runFunction>>;
beforeAll(async () => {
  directory = makeDirectory();
  lambda = await runFunction(directory.path, AUTHORIZER, { Timeout: 20 });
});
afterAll(async () => {
  await lambda.stop();
  directory.remove();
});

let stop: () => Promise<void> = async () => {};
afterEach(() => stop());

async function start(config: Record<string, Json> = {}, settings: TestApi['settings'] = {}) {
  const api = await startTestApi({
    schema: SCHEMA,
    settings: {
      AdditionalAuthenticationProviders: [
        {
          AuthenticationType: 'AWS_LAMBDA',
          LambdaAuthorizerConfig: {
            AuthorizerUri: lambda.arn,
            AuthorizerResultTtlInSeconds: 0,
            ...config,
          },
        },
      ],
      ...settings,
    },
    resolvers: {
      'Query.seen': answering('return JSON.stringify([ctx.identity, util.authType()]);'),
      'Query.thing': answering("return { who: 'w', secret: 's' };"),
      'Query.closed': answering("console.log('was run'); return 'c';"),
      'Mutation.add': answering("return { who: 'w', secret: 's' };"),
    },
    options: { invokeLambda: lambda.invoke },
  });
  stop = api.stop;
  const ask = (query: string, authorization: string, more: object = {}) =>
    api.post(JSON.stringify({ query, ...more }), {
      'content-type': 'application/json',
      authorization,
      'X-Own': 'hello',
    });
  /** Returns how often the function had been called when it accepted this token. */
  const calls = async (token: string): Promise<number> => {
    const { body } = await ask('{ seen }', token);
    const [{ resolverContext }] = JSON.parse(body.data.seen);
    return resolverContext.calls;
  };
  return { ...api, ask, calls };
}

describe('a Lambda authorizer', () => {
  test('the authorizer receives the request, and its result is ctx.identity.resolverContext', async () => {
    const api = await start();
    const { body } = await api.ask('query Ask { seen }', 'yes', {
      operationName: 'Ask',
      variables: { n: 1 },
    });
    const [identity, type] = JSON.parse(body.data.seen);
    expect(type).toBe('Lambda Authorization');
    expect(Object.keys(identity)).toEqual(['resolverContext']);
    expect(JSON.parse(identity.resolverContext.event)).toEqual({
      authorizationToken: 'yes',
      requestContext: {
        apiId: 'ref-GraphQLApi',
        accountId: '000000000000',
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        queryString: 'query Ask { seen }',
        operationName: 'Ask',
        variables: { n: 1 },
      },
      requestHeaders: expect.objectContaining({ authorization: 'yes', 'x-own': 'hello' }),
    });
  });

  test('the authorizer receives no operation name if the request has none', async () => {
    const api = await start();
    const { body } = await api.ask('{ seen }', 'yes');
    const [{ resolverContext }] = JSON.parse(body.data.seen);
    expect(JSON.parse(resolverContext.event).requestContext).not.toHaveProperty('operationName');
  });

  test.each([
    ['no', 'isAuthorized: false'],
    ['neither', 'isAuthorized is "yes"'],
    ['null', 'the authorizer answered null'],
    ['throws', 'no'],
    ['long', 'at most 5000000'],
    ['denied.odd', 'expected Type.field or the ARN of a field'],
    ['x'.repeat(2_049), 'the token has 2049 characters, at most 2048'],
  ])('the authorizer rejects the whole request with 401: %.20s', async (token, reason) => {
    const api = await start();
    const { status, body } = await api.ask('{ seen }', token);
    expect([status, body]).toEqual([
      401,
      {
        errors: [
          {
            errorType: 'UnauthorizedException',
            message: 'You are not authorized to make this call.',
          },
        ],
      },
    ]);
    expect(api.lines.join()).toContain(reason);
  });

  test('an authorizer that times out rejects the request', async () => {
    const config = { functionArn: lambda.arn, ttlSeconds: 0, tokenPattern: null };
    const ask = createLambdaAuthorizer(config, 'api', lambda.invoke, 200);
    await expect(ask('sleeps', { headers: {}, queryString: '', variables: {} })).rejects.toThrow(
      'the authorizer did not answer within 200 ms',
    );
  });

  test('the authorizer is not called for something that does not look like a token', async () => {
    const api = await start({ IdentityValidationExpression: 'ye.' });
    const before = await api.calls('yes');
    for (const token of ['no', 'yes yes'])
      expect((await api.ask('{ seen }', token)).status).toBe(401);
    expect(api.lines.join()).toContain('the token does not match ^(?:ye.)$');
    expect(await api.calls('yes')).toBe(before + 1);
  });

  test('the authorizer is not called for a key, and a token is not tried after a wrong key', async () => {
    const api = await start();
    const before = await api.calls('yes');
    const { body } = await api.post('{"query":"{ forKeys }"}', {
      'content-type': 'application/json',
      'x-api-key': 'da2-test',
      authorization: 'yes',
    });
    expect(body).toEqual({ data: { forKeys: null } });
    const wrong = {
      'content-type': 'application/json',
      'x-api-key': 'wrong',
      authorization: 'yes',
    };
    expect((await api.post('{"query":"{ seen }"}', wrong)).status).toBe(401);
    expect(await api.calls('yes')).toBe(before + 1);
  });

  test('the authorizer receives a JWT only if the API has no other mode for it', async () => {
    const issuer = await startIssuer();
    try {
      const jwt = await issuer.sign();
      const alone = await start();
      expect((await alone.ask('{ seen }', jwt)).status).toBe(200);
      await alone.stop();
      const beside = await start(
        {},
        {
          AuthenticationType: 'OPENID_CONNECT',
          OpenIDConnectConfig: { Issuer: issuer.url, ClientId: 'nobody' },
          AdditionalAuthenticationProviders: [
            {
              AuthenticationType: 'AWS_LAMBDA',
              LambdaAuthorizerConfig: { AuthorizerUri: lambda.arn },
            },
            { AuthenticationType: 'API_KEY' },
          ],
        },
      );
      expect((await beside.ask('{ seen }', jwt)).status).toBe(401);
      expect(beside.lines.join()).toContain('refused a caller by OPENID_CONNECT');
      expect((await beside.ask('{ seen }', `custom ${jwt}`)).status).toBe(200);
    } finally {
      await issuer.stop();
    }
  });

  test('the authorizer opens only fields with @aws_lambda', async () => {
    const api = await start();
    expect((await api.ask('{ forKeys }', 'yes')).body).toMatchObject({
      data: { forKeys: null },
      errors: [
        { errorType: 'Unauthorized', message: 'Not Authorized to access forKeys on type Query' },
      ],
    });
  });

  test.each(['denied.short', 'denied.arn'])(
    'the authorizer denies fields even if a resolver returns a value: %s',
    async (token) => {
      const api = await start();
      expect((await api.ask('{ thing { who secret } }', token)).body).toMatchObject({
        data: { thing: { who: 'w', secret: null } },
        errors: [
          {
            path: ['thing', 'secret'],
            errorType: 'Unauthorized',
            message: 'Not Authorized to access secret on type Thing',
          },
        ],
      });
    },
  );

  test('the authorizer denies a field before its resolver runs', async () => {
    const api = await start();
    expect((await api.ask('{ closed }', 'denied.short')).body.data).toEqual({ closed: null });
    expect(api.lines.join()).not.toContain('was run');
    expect((await api.ask('{ closed }', 'yes')).body.data).toEqual({ closed: 'c' });
    expect(api.lines.join()).toContain('was run');
  });
});

describe('caching of a Lambda authorizer', () => {
  test('a decision is not cached if the API’s TTL is 0 or absent', async () => {
    for (const seconds of [0, null]) {
      const api = await start({ AuthorizerResultTtlInSeconds: seconds });
      const before = await api.calls('yes');
      expect(await api.calls('yes')).toBe(before + 1);
      await api.stop();
    }
  });

  test('a decision is cached by token alone and so applies to other queries', async () => {
    const api = await start({ AuthorizerResultTtlInSeconds: 60 });
    const first = await api.calls('yes');
    expect(await api.calls('yes')).toBe(first);
    const { body } = await api.ask('query Another { seen thing { who } }', 'yes');
    const [{ resolverContext }] = JSON.parse(body.data.seen);
    expect(JSON.parse(resolverContext.event).requestContext.queryString).toBe('{ seen }');
    expect(await api.calls('other')).toBe(first + 1);
  });

  test('a decision is cached for as long as the function says', async () => {
    const kept = await start();
    const first = await kept.calls('kept');
    expect(await kept.calls('kept')).toBe(first);
    await kept.stop();
    const not = await start({ AuthorizerResultTtlInSeconds: 60 });
    const before = await not.calls('kept.not');
    expect(await not.calls('kept.not')).toBe(before + 1);
  });

  test('a nested context is rejected', async () => {
    const api = await start();
    expect((await api.ask('{ seen }', 'nested')).status).toBe(401);
    expect(api.lines.join()).toContain('resolverContext.calls is nested');
  });
});

describe('subscriptions with a Lambda authorizer', () => {
  test('a subscription is authorized on connecting, under a special operation name, and again at its start', async () => {
    const api = await start();
    const client = await RealtimeClient.connect(api.realtimeUrl, 'query', {
      host: 'localhost',
      Authorization: 'yes',
    });
    try {
      await client.next('ka');
      const query = 'subscription { onAdd { who secret } }';
      client.start('open', query, undefined, { Authorization: 'yes' });
      await client.next('start_ack', 'open');
      client.start('denied', query, undefined, { Authorization: 'denied.short' });
      await client.next('start_ack', 'denied');
      client.start('refused', query, undefined, { Authorization: 'no' });
      expect((await client.next('error', 'refused')).payload).toMatchObject({
        errors: [{ errorType: 'UnauthorizedException' }],
      });
      await api.ask('mutation { add { who secret } }', 'yes');
      expect((await client.next('data', 'open')).payload).toEqual({
        data: { onAdd: { who: 'w', secret: 's' } },
      });
      expect((await client.next('data', 'denied')).payload).toMatchObject({
        data: { onAdd: { who: 'w', secret: null } },
      });
    } finally {
      client.close();
    }
  });

  test('a connection is reported as the operation DeepDish:Connect without a query', async () => {
    const events: Json[] = [];
    const api = await readApi(
      describeApi({
        schema: SCHEMA,
        settings: {
          AuthenticationType: 'AWS_LAMBDA',
          LambdaAuthorizerConfig: { AuthorizerUri: lambda.arn },
        },
      }),
      async () => '',
      new Sandbox(),
    );
    const invoke = (arn: string, event: Json) => {
      events.push(event);
      return lambda.invoke(arn, event);
    };
    await createAuthenticate(
      api,
      { signers: {}, deniedFields: () => [] },
      invoke,
      () => undefined,
    )({
      method: 'POST',
      path: '/graphql/connect',
      headers: { authorization: 'yes' },
      body: '{}',
      sourceIp: [],
    });
    expect(events[0]).toMatchObject({
      requestContext: { queryString: '', operationName: 'DeepDish:Connect', variables: {} },
    });
  });
});
