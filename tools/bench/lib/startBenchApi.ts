import type { Json, Resource } from '../../../local/lib/resource.ts';
import { startAppSync } from '../../../local/services/appsync/startAppSync.ts';
import { readSchema } from '../graphql/readSchema.ts';

type Settings = Parameters<typeof startAppSync>[0];

/** A resolver without a data source: its field, and the body of its response handler. */
export interface BenchResolver {
  typeName: string;
  fieldName: string;
  response: string;
}

/**
 * Starts the local AppSync with the product's schema and resolvers without data sources. Returns
 * its URL.
 */
export async function startBenchApi(
  apiKey: string,
  resolvers: BenchResolver[],
  signers: Settings['signers'] = {},
): Promise<string> {
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
      ...resolvers.map(toResource),
    ],
    port: 0,
    readAsset: () => Promise.reject(new Error('This API has no assets')),
    executeStatement: () => Promise.reject(new Error('This API has no database')),
    invokeLambda: () => Promise.reject(new Error('This API has no functions')),
    signers,
    log: (line) => console.error(line),
  });
  return url;
}

function toResource({ typeName, fieldName, response }: BenchResolver): Resource {
  return resource('Resolver', {
    TypeName: typeName,
    FieldName: fieldName,
    DataSourceName: 'NONE',
    Kind: 'UNIT',
    Runtime: { Name: 'APPSYNC_JS', RuntimeVersion: '1.0.0' },
    Code: `import { extensions } from '@aws-appsync/utils';
      export function request() { return {}; }
      export function response() { ${response} }`,
  });
}

function resource(
  type: string,
  properties: { [name: string]: Json },
  ref = `ref-${type}`,
): Resource {
  return { stack: 'Bench', logicalId: type, type: `AWS::AppSync::${type}`, properties, ref };
}
