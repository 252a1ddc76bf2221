import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Json } from '../../lib/resource.ts';
import { startAppSync } from '../../services/appsync/startAppSync.ts';
import { startLambda } from '../../services/lambda/startLambda.ts';
import { makeDirectory, resolveTemplates, type TestDirectory } from '../template/support.ts';
import { RUNTIME } from './startTestApi.ts';

const of = (type: string, Properties: { [name: string]: Json }) => ({
  Type: `AWS::${type}`,
  Properties,
});
const get = (name: string, attribute: string) => ({ 'Fn::GetAtt': [name, attribute] });
const ApiId = get('Api', 'ApiId');

/** An API with a Lambda authorizer and a function behind a field, as CDK writes it. */
const Resources = {
  Fn: of('Lambda::Function', {
    Handler: 'index.handler',
    Runtime: 'nodejs24.x',
    Code: { S3Bucket: 'assets', S3Key: 'code.zip' },
    Environment: { Variables: { API: ApiId } },
  }),
  Allow: of('Lambda::Permission', {
    Action: 'lambda:InvokeFunction',
    FunctionName: get('Fn', 'Arn'),
    Principal: 'appsync.amazonaws.com',
  }),
  Api: of('AppSync::GraphQLApi', {
    Name: 'api',
    AuthenticationType: 'AWS_LAMBDA',
    LambdaAuthorizerConfig: {
      AuthorizerUri: get('Fn', 'Arn'),
      AuthorizerResultTtlInSeconds: 0,
      IdentityValidationExpression: 'let-.*',
    },
  }),
  Schema: of('AppSync::GraphQLSchema', {
    ApiId,
    Definition: 'type Query { answer(n: Int): AWSJSON, closed: String }',
  }),
  Source: of('AppSync::DataSource', {
    ApiId,
    Name: 'Fn',
    Type: 'AWS_LAMBDA',
    LambdaConfig: { LambdaFunctionArn: get('Fn', 'Arn') },
    ServiceRoleArn: 'arn:aws:iam::000000000000:role/any',
  }),
  Resolver: of('AppSync::Resolver', {
    ApiId,
    TypeName: 'Query',
    FieldName: 'answer',
    Kind: 'UNIT',
    DataSourceName: get('Source', 'Name'),
    MaxBatchSize: 10,
    Runtime: RUNTIME,
    Code: `export function request(ctx) {
        return { operation: 'BatchInvoke', payload: { n: ctx.args.n, by: ctx.identity.resolverContext } };
      }
      export function response(ctx) { return ctx.result; }`,
  }),
};

const CODE = `export const handler = async (event) => Array.isArray(event)
  ? event.map(({ n, by }) => ({ twice: 2 * n, by, together: event.length }))
  : {
      isAuthorized: event.requestContext.apiId === process.env.API,
      resolverContext: { token: event.authorizationToken },
      deniedFields: ['arn:aws:appsync:any:0:apis/' + process.env.API + '/types/Query/fields/closed'],
    };`;

let directory: TestDirectory;
const running: { stop(): Promise<void> }[] = [];
beforeEach(() => {
  directory = makeDirectory();
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
  directory.remove();
});

test('an API of a template calls its authorizer and functions by their ARNs', async () => {
  const template = resolveTemplates(
    directory.path,
    { Service: { Resources } },
    {},
    {
      code: { 'index.mjs': CODE },
    },
  );
  const { resources, assembly } = template;
  const lambda = await startLambda({
    resources,
    assetPath: assembly.assetPath,
    endpoints: {},
    port: 0,
    dir: directory.path,
    log: () => undefined,
  });
  running.push(lambda);
  const api = await startAppSync({
    resources: resources.filter(({ type }) => type.startsWith('AWS::AppSync::')),
    port: 0,
    readAsset: () => Promise.reject(new Error('this API has no assets')),
    executeStatement: () => Promise.reject(new Error('this API has no database')),
    invokeLambda: lambda.invoke,
    signers: {},
    log: () => undefined,
  });
  running.push(api);
  const ask = async (authorization: string) => {
    const response = await fetch(api.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query: '{ a: answer(n: 1) b: answer(n: 2) closed }' }),
    });
    return { status: response.status, body: await response.json() };
  };
  const { status, body } = await ask('let-me');
  expect(status).toBe(200);
  expect([body.data.a, body.data.b].map((json) => JSON.parse(json))).toEqual([
    { twice: 2, by: { token: 'let-me' }, together: 2 },
    { twice: 4, by: { token: 'let-me' }, together: 2 },
  ]);
  expect(body.data.closed).toBeNull();
  expect(body.errors).toMatchObject([{ errorType: 'Unauthorized', path: ['closed'] }]);
  expect((await ask('another')).status).toBe(401);
});
