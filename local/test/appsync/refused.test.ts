import { expect, test } from 'vitest';
import type { Json } from '../../lib/resource.ts';
import { answering, RUNTIME, resource, startTestApi, type TestApi } from './startTestApi.ts';

const SCHEMA = 'type Query { a: String }';
const start = (api: Partial<TestApi>) => startTestApi({ schema: SCHEMA, ...api });
const settings = (more: Record<string, Json>) => start({ settings: more });
const source = (more: Record<string, Json>) =>
  start({ more: [resource('DataSource', { Name: 'S', ...more })] });
const resolver = (more: Record<string, Json>) =>
  start({
    more: [
      resource('Resolver', {
        TypeName: 'Query',
        FieldName: 'a',
        DataSourceName: 'NONE',
        Runtime: RUNTIME,
        Code: answering('return 1;'),
        ...more,
      }),
    ],
  });

const REFUSED: [what: string, attempt: () => Promise<unknown>, message: string][] = [
  ['merged APIs', () => settings({ ApiType: 'MERGED' }), 'ApiType MERGED is not supported'],
  [
    'private APIs',
    () => settings({ Visibility: 'PRIVATE' }),
    'Visibility PRIVATE is not supported',
  ],
  [
    'Cognito',
    () => settings({ AuthenticationType: 'AMAZON_COGNITO_USER_POOLS' }),
    'AMAZON_COGNITO_USER_POOLS is not supported',
  ],
  [
    'Lambda authorizers without a function',
    () => settings({ AdditionalAuthenticationProviders: [{ AuthenticationType: 'AWS_LAMBDA' }] }),
    'LambdaAuthorizerConfig.AuthorizerUri is missing',
  ],
  ['unknown settings of the API', () => settings({ SomethingNew: true }), 'SomethingNew'],
  [
    'DynamoDB',
    () => source({ Type: 'AMAZON_DYNAMODB' }),
    'the data source type AMAZON_DYNAMODB is not supported',
  ],
  ['HTTP sources', () => source({ Type: 'HTTP', HttpConfig: {} }), 'HttpConfig'],
  ['VTL', () => resolver({ Runtime: null }), 'the runtime VTL is not supported'],
  ['templates', () => resolver({ RequestMappingTemplate: '{}' }), 'RequestMappingTemplate'],
  ['caching', () => resolver({ CachingConfig: { Ttl: 1 } }), 'CachingConfig'],
  ['batches above 2,000', () => resolver({ MaxBatchSize: 2_001 }), 'MaxBatchSize is 2001'],
  ['caches', () => start({ more: [resource('ApiCache', {})] }), 'AWS::AppSync::ApiCache'],
  ['domains', () => start({ more: [resource('DomainName', {})] }), 'AWS::AppSync::DomainName'],
  [
    'unknown data sources',
    () => resolver({ DataSourceName: 'GONE' }),
    'there is no data source named GONE',
  ],
  [
    'resolvers of fields that do not exist',
    () => resolver({ FieldName: 'b' }),
    'Query.b, which the schema does not have',
  ],
  [
    'unknown functions',
    () => resolver({ Kind: 'PIPELINE', PipelineConfig: { Functions: ['F'] } }),
    'no function with the id F',
  ],
  ["scalars of one's own", () => start({ schema: `${SCHEMA} scalar Date` }), 'scalar Date'],
  [
    'directives of modes that the API lacks',
    () => start({ schema: 'type Query { a: String @aws_oidc }' }),
    '@aws_oidc, but the API does not offer OPENID_CONNECT',
  ],
  [
    'groups',
    () => start({ schema: 'type Query { a: String @aws_auth(cognito_groups: ["x"]) }' }),
    '@aws_auth is not supported',
  ],
  [
    'subscriptions to nothing',
    () =>
      start({
        schema: `${SCHEMA} type Mutation { m: String } type Subscription { s: String @aws_subscribe(mutations: ["x"]) }`,
      }),
    'Mutation.x, which does not exist',
  ],
];

test.each(REFUSED)('%s are rejected by name at the start', async (_, attempt, message) => {
  await expect(attempt()).rejects.toThrow(message);
});
