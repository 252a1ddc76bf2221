import type { Json, Resource } from '../../lib/resource.ts';
import { type AppSyncOptions, startAppSync } from '../../services/appsync/startAppSync.ts';

export const API_KEY = 'da2-test';
export const RUNTIME = { Name: 'APPSYNC_JS', RuntimeVersion: '1.0.0' };

/** The parts of an answer that tests read. */
interface Body {
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what the test is about
  data: any;
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what the test is about
  errors: any;
}

/** A resource as the template loader returns it. */
export function resource(
  type: string,
  properties: Record<string, Json>,
  ref = `ref-${type}`,
): Resource {
  return { stack: 'Test', logicalId: `${type}Id`, type: `AWS::AppSync::${type}`, properties, ref };
}

export interface TestApi {
  schema: string;
  /** Code by `Type.field`; the data source is `NONE` unless `sources` has another. */
  resolvers?: Record<string, string>;
  sources?: Record<string, string>;
  settings?: Record<string, Json>;
  more?: Resource[];
  options?: Partial<AppSyncOptions>;
}

export const NONE = resource('DataSource', { ApiId: 'api', Name: 'NONE', Type: 'NONE' });
export const DATABASE = resource('DataSource', {
  ApiId: 'api',
  Name: 'DATABASE',
  Type: 'RELATIONAL_DATABASE',
  RelationalDatabaseConfig: {
    RelationalDatabaseSourceType: 'RDS_HTTP_ENDPOINT',
    RdsHttpEndpointConfig: {
      AwsRegion: 'ap-northeast-1',
      AwsSecretStoreArn: 'arn:secret',
      DatabaseName: 'shinkan',
      DbClusterIdentifier: 'arn:cluster',
    },
  },
});

/** The resources of an API with an API key as its default mode. */
export function describeApi({
  schema,
  resolvers = {},
  sources = {},
  settings,
  more,
}: TestApi): Resource[] {
  return [
    resource('GraphQLApi', { Name: 'test', AuthenticationType: 'API_KEY', ...settings }),
    resource('ApiKey', { ApiId: 'api' }, `arn:aws:appsync:r:0:apis/api/apikeys/${API_KEY}`),
    resource('GraphQLSchema', { ApiId: 'api', Definition: schema }),
    NONE,
    DATABASE,
    ...Object.entries(resolvers).map(([name, Code]) => {
      const [TypeName = '', FieldName = ''] = name.split('.');
      const DataSourceName = sources[name] ?? 'NONE';
      return resource('Resolver', {
        TypeName,
        FieldName,
        Code,
        DataSourceName,
        Runtime: RUNTIME,
        Kind: 'UNIT',
      });
    }),
    ...(more ?? []),
  ];
}

/** Starts an API on a free port, with a readable log and requests by API key. */
export async function startTestApi(api: TestApi) {
  const lines: string[] = [];
  const refuseCall = async (): Promise<never> => {
    throw new Error('this test has no such backend');
  };
  const running = await startAppSync({
    resources: describeApi(api),
    port: 0,
    readAsset: async (bucket, key) => {
      throw new Error(`this test has no asset ${bucket}/${key}`);
    },
    executeStatement: refuseCall,
    invokeLambda: refuseCall,
    signers: {},
    log: (line) => lines.push(line),
    ...api.options,
  });
  const post = async (body: string, headers: Record<string, string>) => {
    const response = await fetch(running.url, { method: 'POST', body, headers });
    return {
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as Body,
    };
  };
  const ask = async (
    query: string,
    variables?: Record<string, unknown>,
    headers: Record<string, string> = { 'x-api-key': API_KEY },
  ) =>
    (
      await post(JSON.stringify({ query, variables }), {
        'content-type': 'application/json',
        ...headers,
      })
    ).body;
  return { ...running, lines, post, ask };
}

/** A resolver on a NONE data source that responds with the given expression. */
export function answering(expression: string, imports = ''): string {
  return `import { util, runtime, extensions } from '@aws-appsync/utils';
${imports}
export function request(ctx) { return { payload: null }; }
export function response(ctx) { ${expression} }`;
}
