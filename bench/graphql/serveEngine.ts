// The local AppSync with the product's schema and a resolver that needs no data source.
import type { Json, Resource } from '../../local/resource.ts';
import { startAppSync } from '../../local/services/appsync/startAppSync.ts';
import { inMemory } from './inMemory.ts';
import { readSchema } from './readSchema.ts';

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

const oidc = { Issuer: 'http://127.0.0.1:1' };
const { url } = await startAppSync({
  resources: [
    resource('GraphQLApi', {
      Name: 'bench',
      AuthenticationType: 'AWS_IAM',
      AdditionalAuthenticationProviders: [
        { AuthenticationType: 'API_KEY' },
        { AuthenticationType: 'OPENID_CONNECT', OpenIDConnectConfig: oidc },
      ],
    }),
    resource('ApiKey', { ApiId: 'bench' }, 'arn:aws:appsync:r:0:apis/bench/apikeys/da2-bench'),
    resource('GraphQLSchema', { ApiId: 'bench', Definition: readSchema() }),
    resource('DataSource', { ApiId: 'bench', Name: 'NONE', Type: 'NONE' }),
    resource('Resolver', {
      TypeName: 'Query',
      FieldName: 'upcomingBooks',
      DataSourceName: 'NONE',
      Kind: 'UNIT',
      Runtime: { Name: 'APPSYNC_JS', RuntimeVersion: '1.0.0' },
      Code: `export function request() { return {}; }
        export function response() { return ${JSON.stringify(inMemory(20))}; }`,
    }),
  ],
  port: 0,
  readAsset: () => Promise.reject(new Error('This API has no assets')),
  executeStatement: () => Promise.reject(new Error('This API has no database')),
  invokeLambda: () => Promise.reject(new Error('This API has no functions')),
  credentials: {},
  log: (line) => console.error(line),
});
console.log(url);
