import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { RealtimeClient } from './realtimeClient.ts';
import { CREDENTIALS, signRequest } from './signRequest.ts';
import { startIssuer } from './startIssuer.ts';
import { answering, resource, startTestApi, type TestApi } from './startTestApi.ts';

const SCHEMA = `
type Query {
  unmarked: Thing
  open: Thing @aws_api_key @aws_oidc @aws_iam
  members: String @aws_oidc
  workflows: String @aws_iam
}
type Mutation { add: Added @aws_iam }
type Subscription { onAdd: Added @aws_subscribe(mutations: ["add"]) @aws_api_key @aws_oidc @aws_iam }
type Added @aws_api_key @aws_oidc @aws_iam { who: String, secret: String @aws_oidc @aws_iam }
type Thing @aws_api_key @aws_oidc { who: String, secret: String @aws_oidc }
`;
const WHO = answering('return JSON.stringify([ctx.identity, util.authType()]);');

let issuer: Awaited<ReturnType<typeof startIssuer>>;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.stop());

let stop: () => Promise<void> = async () => {};
afterEach(() => stop());

async function start(settings: TestApi['settings'] = {}) {
  const api = await startTestApi({
    schema: SCHEMA,
    settings: {
      AuthenticationType: 'AWS_IAM',
      AdditionalAuthenticationProviders: [
        { AuthenticationType: 'API_KEY' },
        {
          AuthenticationType: 'OPENID_CONNECT',
          OpenIDConnectConfig: { Issuer: issuer.url, ClientId: 'shin.*' },
        },
      ],
      ...settings,
    },
    resolvers: {
      'Query.unmarked': answering("return { who: 'x' };"),
      'Query.open': answering("return { who: 'x', secret: 's' };"),
      'Query.members': WHO,
      'Query.workflows': WHO,
      'Mutation.add': answering("return { who: 'w', secret: 's' };"),
    },
    options: { signers: CREDENTIALS },
  });
  stop = api.stop;
  const signed = (path: string, body: string, secret?: string, service?: string) =>
    signRequest(new URL(path, api.url).href, body, secret, service);
  const ask = async (query: string, headers: Record<string, string>) =>
    api.post(JSON.stringify({ query }), { 'content-type': 'application/json', ...headers });
  const askSigned = async (query: string, secret?: string, service?: string) => {
    const body = JSON.stringify({ query });
    return api.post(body, await signed('/graphql', body, secret, service));
  };
  return { ...api, ask, askSigned, signed };
}

const KEY = { 'x-api-key': 'da2-test' };
const DENIED = {
  errors: [
    { errorType: 'UnauthorizedException', message: 'You are not authorized to make this call.' },
  ],
};

describe('authorization of requests', () => {
  test('a request without a header is rejected', async () => {
    const api = await start();
    expect(await api.ask('{ open { who } }', {})).toMatchObject({
      status: 401,
      body: {
        errors: [{ errorType: 'UnauthorizedException', message: 'Missing authorization header' }],
      },
    });
  });

  test('a request with an unknown or expired key is rejected', async () => {
    const api = await start();
    expect(await api.ask('{ open { who } }', { 'x-api-key': 'da2-other' })).toMatchObject({
      status: 401,
      body: DENIED,
    });
    await api.stop();
    const expired = resource(
      'ApiKey',
      { Expires: 1_600_000_000 },
      'arn:aws:appsync:r:0:apis/api/apikeys/da2-old',
    );
    const old = await startTestApi({
      schema: SCHEMA.replace(/@aws_(oidc|iam)/g, ''),
      more: [expired],
    });
    stop = old.stop;
    expect(await old.ask('{ open { who } }', {}, { 'x-api-key': 'da2-old' })).toEqual(DENIED);
    expect(old.lines.join()).toContain('expired at 2020-09-13');
  });

  test('a token of the issuer is accepted with or without Bearer', async () => {
    const api = await start();
    for (const authorization of [`Bearer ${await issuer.sign()}`, await issuer.sign()]) {
      const { body } = await api.ask('{ members }', { authorization });
      const [identity, type] = JSON.parse(body.data.members);
      expect(type).toBe('Open ID Connect Authorization');
      expect(identity).toMatchObject({
        sub: 'member-1',
        issuer: issuer.url,
        claims: { aud: 'shinkan', iss: issuer.url },
      });
    }
  });

  test.each([
    ['has expired', () => issuer.sign({ expires: '-1m' })],
    ['is of another issuer', () => issuer.sign({ issuer: 'http://127.0.0.1:1' })],
    ['is for another client', () => issuer.sign()],
    ['was changed', async () => `${(await issuer.sign()).slice(0, -6)}AAAAAA`],
  ])('a token is rejected that %s', async (what, make) => {
    const api = await start(
      what === 'is for another client'
        ? {
            AdditionalAuthenticationProviders: [
              { AuthenticationType: 'API_KEY' },
              {
                AuthenticationType: 'OPENID_CONNECT',
                OpenIDConnectConfig: { Issuer: issuer.url, ClientId: 'nobody' },
              },
            ],
          }
        : {},
    );
    expect(await api.ask('{ members }', { authorization: `Bearer ${await make()}` })).toMatchObject(
      { status: 401, body: DENIED },
    );
  });

  test('a workflow’s signature is accepted, but not with a wrong secret or for another service', async () => {
    const api = await start();
    const { body } = await api.askSigned('{ workflows }');
    expect(JSON.parse(body.data.workflows)).toEqual([
      expect.objectContaining({
        accountId: '000000000000',
        userArn: CREDENTIALS.AKLOCAL.arn,
        username: 'AROAPUBLISH:me',
        sourceIp: ['127.0.0.1'],
      }),
      'IAM Authorization',
    ]);
    expect(await api.askSigned('{ workflows }', 'guess')).toMatchObject({
      status: 401,
      body: DENIED,
    });
    expect(await api.askSigned('{ workflows }', 'secret', 'execute-api')).toMatchObject({
      status: 401,
    });
  });

  test('the form of the headers selects the mode: a valid key does not rescue a bad signature', async () => {
    const api = await start();
    const body = JSON.stringify({ query: '{ open { who } }' });
    const headers = { ...(await api.signed('/graphql', body, 'guess')), ...KEY };
    expect((await api.post(body, headers)).status).toBe(401);
  });
});

describe('authorization of fields', () => {
  test('an unmarked field is open only to the default mode', async () => {
    const api = await start();
    const { status, body } = await api.ask('{ unmarked { who } }', KEY);
    expect(status).toBe(200);
    expect(body.data).toEqual({ unmarked: null });
    expect(body.errors[0]).toMatchObject({
      path: ['unmarked'],
      data: null,
      errorType: 'Unauthorized',
      errorInfo: null,
      message: 'Not Authorized to access unmarked on type Query',
    });
  });

  test('a field’s directives override its type’s, and a type without the mode closes its fields', async () => {
    const api = await start();
    expect((await api.ask('{ open { who secret } }', KEY)).body).toMatchObject({
      data: { open: { who: 'x', secret: null } },
      errors: [{ message: 'Not Authorized to access secret on type Thing' }],
    });
    expect((await api.askSigned('{ open { who } }')).body).toMatchObject({
      data: { open: { who: null } },
      errors: [{ message: 'Not Authorized to access who on type Thing' }],
    });
  });
});

test('@aws_auth is ignored if the API has several modes', async () => {
  const api = await startTestApi({
    schema: `type Query {
      open: String @aws_auth(cognito_groups: ["x"]) @aws_api_key
      closed: String @aws_auth(cognito_groups: ["x"])
    }`,
    settings: {
      AuthenticationType: 'AWS_IAM',
      AdditionalAuthenticationProviders: [{ AuthenticationType: 'API_KEY' }],
    },
    resolvers: { 'Query.open': answering("return 'o';"), 'Query.closed': answering("return 'c';") },
  });
  stop = api.stop;
  expect((await api.ask('{ open closed }')).data).toEqual({ open: 'o', closed: null });
});

test('one socket carries subscriptions with different modes', async () => {
  const api = await start();
  const client = await RealtimeClient.connect(
    api.realtimeUrl,
    'query',
    await api.signed('/graphql/connect', '{}'),
  );
  try {
    await client.next('ka');
    const query = 'subscription { onAdd { who secret } }';
    client.start('key', query);
    await client.next('start_ack', 'key');
    client.start('member', query, undefined, { Authorization: `Bearer ${await issuer.sign()}` });
    await client.next('start_ack', 'member');
    await api.askSigned('mutation { add { who secret } }');
    expect((await client.next('data', 'member')).payload).toEqual({
      data: { onAdd: { who: 'w', secret: 's' } },
    });
    expect((await client.next('data', 'key')).payload).toMatchObject({
      data: { onAdd: { who: 'w', secret: null } },
      errors: [{ errorType: 'Unauthorized', path: ['onAdd', 'secret'] }],
    });
  } finally {
    client.close();
  }
});
