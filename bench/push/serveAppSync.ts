// The local AppSync with the product's schema, and resolvers that need no data source. As the deployed
// one does, that of the subscription sets a filter.
import type { Json, Resource } from '../../local/resource.ts';
import { startAppSync } from '../../local/services/appsync/startAppSync.ts';
import { readSchema } from '../graphql/readSchema.ts';
import { apiKey, published, publisher } from './event.ts';

const resource = (
  type: string,
  properties: { [name: string]: Json },
  ref = `ref-${type}`,
): Resource => ({
  stack: 'Bench',
  logicalId: type,
  type: `AWS::AppSync::${type}`,
  properties,
  ref,
});

const resolver = (TypeName: string, FieldName: string, response: string): Resource =>
  resource('Resolver', {
    TypeName,
    FieldName,
    DataSourceName: 'NONE',
    Kind: 'UNIT',
    Runtime: { Name: 'APPSYNC_JS', RuntimeVersion: '1.0.0' },
    Code: `import { extensions } from '@aws-appsync/utils';
      export function request() { return {}; }
      export function response() { ${response} }`,
  });

const filter = {
  filterGroup: [
    { filters: [{ fieldName: 'kind', operator: 'in', value: ['RESCHEDULED', 'ON_SALE'] }] },
  ],
};
const { url } = await startAppSync({
  resources: [
    resource('GraphQLApi', {
      Name: 'bench',
      AuthenticationType: 'AWS_IAM',
      AdditionalAuthenticationProviders: [
        { AuthenticationType: 'API_KEY' },
        {
          AuthenticationType: 'OPENID_CONNECT',
          OpenIDConnectConfig: { Issuer: 'http://127.0.0.1:1' },
        },
      ],
    }),
    resource('ApiKey', { ApiId: 'bench' }, `arn:aws:appsync:r:0:apis/bench/apikeys/${apiKey}`),
    resource('GraphQLSchema', { ApiId: 'bench', Definition: readSchema() }),
    resource('DataSource', { ApiId: 'bench', Name: 'NONE', Type: 'NONE' }),
    resolver('Mutation', 'publishBookEvent', `return ${JSON.stringify(published)};`),
    resolver(
      'Subscription',
      'onBookEvent',
      `extensions.setSubscriptionFilter(${JSON.stringify(filter)}); return null;`,
    ),
  ],
  port: 0,
  readAsset: () => Promise.reject(new Error('This API has no assets')),
  executeStatement: () => Promise.reject(new Error('This API has no database')),
  invokeLambda: () => Promise.reject(new Error('This API has no functions')),
  credentials: {
    [publisher.accessKeyId]: {
      secretAccessKey: publisher.secretAccessKey,
      arn: 'arn:aws:iam::000000000000:user/bench',
      accountId: '000000000000',
    },
  },
  log: (line) => console.error(line),
});
console.log(url);
