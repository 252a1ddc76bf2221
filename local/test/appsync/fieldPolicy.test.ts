import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Statement } from '../../services/iam/readStatements.ts';
import { RealtimeClient } from './realtimeClient.ts';
import { answering, startTestApi } from './startTestApi.ts';

const SCHEMA = `
type Query { one: Thing, two: Thing, keys: Thing @aws_api_key }
type Mutation { add: Thing }
type Subscription { onAdd: Thing @aws_subscribe(mutations: ["add"]) }
type Thing { name: String }
`;
const THING = answering("return { name: 'thing' };");
const FIELDS = 'arn:aws:appsync:ap-northeast-1:000000000000:apis/ref-GraphQLApi/types';

const allow = (...fields: string[]): Statement => ({
  effect: 'Allow',
  actions: ['appsync:GraphQL'],
  resources: fields.map((field) => (field === '*' ? '*' : `${FIELDS}/${field}`)),
});
const deny = (...fields: string[]): Statement => ({ ...allow(...fields), effect: 'Deny' });
const signerWith = (statements: Statement[]) => ({
  secretAccessKey: 'secret',
  sessionToken: 'token',
  arn: 'arn:aws:sts::000000000000:assumed-role/Partner/local',
  accountId: '000000000000',
  username: 'AROAPARTNER:local',
  statements,
});

/** Starts the API as an identity whose policies have these statements. */
async function startAs(...statements: Statement[]) {
  const api = await startTestApi({
    schema: SCHEMA,
    settings: {
      AuthenticationType: 'AWS_IAM',
      AdditionalAuthenticationProviders: [{ AuthenticationType: 'API_KEY' }],
    },
    resolvers: {
      'Query.one': THING,
      'Query.two': THING,
      'Query.keys': THING,
      'Mutation.add': THING,
      'Subscription.onAdd': answering('return null;'),
    },
    options: { signers: { ASIAPARTNER: signerWith(statements) } },
  });
  onTestFinished(() => api.stop());
  const sign = async (path: string, body: string, sessionToken = 'token') => {
    const { host, hostname, port } = new URL(api.url);
    const signer = new SignatureV4({
      service: 'appsync',
      region: 'ap-northeast-1',
      credentials: { accessKeyId: 'ASIAPARTNER', secretAccessKey: 'secret', sessionToken },
      sha256: Sha256,
    });
    const headers = { host, 'content-type': 'application/json' };
    const request = { method: 'POST', protocol: 'http:', hostname, port: Number(port) };
    return (await signer.sign({ ...request, path, headers, body })).headers;
  };
  const ask = async (query: string, sessionToken?: string) => {
    const body = JSON.stringify({ query });
    return api.post(body, await sign('/graphql', body, sessionToken));
  };
  return { ...api, ask, sign };
}

const NOT_AUTHORIZED = (field: string, type: string) => ({
  path: [field],
  data: null,
  errorType: 'Unauthorized',
  message: `Not Authorized to access ${field} on type ${type}`,
});
const PERMISSION_DENIED = {
  errors: [{ errorType: 'UnauthorizedException', message: 'Permission denied' }],
};

describe('the policies of an IAM identity', () => {
  test('a policy allows a field with everything below it', async () => {
    const api = await startAs(allow('Query/fields/one'));
    const { body } = await api.ask('{ one { name } }');
    expect(body).toEqual({ data: { one: { name: 'thing' } } });
  });

  test('a policy denies the sibling fields', async () => {
    const api = await startAs(allow('Query/fields/one'));
    const { status, body } = await api.ask('{ one { name } two { name } }');
    expect(status).toBe(200);
    expect(body.data).toEqual({ one: { name: 'thing' }, two: null });
    expect(body.errors).toMatchObject([NOT_AUTHORIZED('two', 'Query')]);
  });

  test.each([
    '{ two { name } }',
    'mutation { add { name } }',
    'query { ...F } fragment F on Query { two { name } }',
  ])('a policy that allows nothing of %s rejects the whole request', async (query) => {
    const api = await startAs(allow('Query/fields/one'));
    expect(await api.ask(query)).toMatchObject({ status: 401, body: PERMISSION_DENIED });
  });

  test('a deny overrides another statement’s allow', async () => {
    const api = await startAs(allow('*'), deny('Query/fields/two'));
    const { body } = await api.ask('{ one { name } two { name } }');
    expect(body.data).toEqual({ one: { name: 'thing' }, two: null });
  });

  test('a policy does not open what the schema restricts to others', async () => {
    const api = await startAs(allow('*'));
    const { body } = await api.ask('{ one { name } keys { name } }');
    expect(body.errors).toMatchObject([NOT_AUTHORIZED('keys', 'Query')]);
  });

  test('policies apply to subscriptions', async () => {
    const query = 'subscription { onAdd { name } }';
    const begin = async (statement: Statement, answer: string) => {
      const api = await startAs(statement);
      const proof = await api.sign('/graphql/connect', '{}');
      const client = await RealtimeClient.connect(api.realtimeUrl, 'protocol', proof);
      onTestFinished(() => client.socket.terminate());
      await client.next('ka');
      client.start('1', query, undefined, await api.sign('/graphql', JSON.stringify({ query })));
      return (await client.next(answer, '1')).payload;
    };
    expect(await begin(allow('Subscription/fields/onAdd'), 'start_ack')).toBeUndefined();
    expect(await begin(allow('Query/*'), 'error')).toMatchObject(PERMISSION_DENIED);
  });

  test('policies apply only with the key’s session token', async () => {
    const api = await startAs(allow('*'));
    expect(await api.ask('{ one { name } }', 'another')).toMatchObject({ status: 401 });
    expect(api.lines.join()).toContain('the session token is not that of the access key');
  });

  test.each(['Query/fields/oen', 'Thing/fields/nmae', 'Thnig/fields/name'])(
    'a policy with a misspelt field name stops the start, %s',
    async (field) => {
      await expect(startAs(allow(field))).rejects.toThrow(`its policies name ${FIELDS}/${field}`);
    },
  );

  test('a policy may allow a nested field, where AppSync’s behaviour is unknown', async () => {
    const api = await startAs(allow('Query/fields/one', 'Thing/fields/name'));
    expect(await api.ask('{ one { name } }')).toMatchObject({ status: 200 });
  });

  test.each([
    'arn:aws:appsync:*:*:apis/*/types/Thing/*',
    'arn:aws:appsync:ap-northeast-1:000000000000:apis/ref-*/types/Query/fields/oen',
  ])('a policy that denies %s, of any API, stops the start', async (resource) => {
    const denied = { ...deny(), resources: [resource] };
    await expect(startAs(allow('*'), denied)).rejects.toThrow(`its policies name ${resource}`);
  });

  test.each([
    'arn:aws:appsync:*:*:apis/another/types/Thing/*',
    'arn:aws:appsync:*:*:apis/*/types/Query/*',
  ])('a policy that allows %s does not stop the start', async (resource) => {
    const starting = startAs({ ...allow(), resources: [resource] });
    await expect(starting).resolves.toBeDefined();
  });
});
