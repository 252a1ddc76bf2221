import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CfnOutput, Duration, Expiration, Stack } from 'aws-cdk-lib';
import {
  AppsyncFunction,
  AuthorizationType,
  type BaseDataSource,
  Code,
  Definition,
  FunctionRuntime,
  GraphqlApi,
  IntrospectionConfig,
} from 'aws-cdk-lib/aws-appsync';
import { Code as LambdaCode, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { LIMITS } from './limits.ts';

const RESOLVERS = join(import.meta.dirname, 'resolvers');
const runtime = FunctionRuntime.JS_1_0_0;

/**
 * The keys' lifetime: long enough for a few runs, short enough that forgetting them does no harm.
 */
const KEY_LIFE = Duration.days(7);

/** The API that the conformance checks query. It stores no data and calls nothing. */
export class ConformanceApi extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id, { description: 'Asks AppSync how it behaves; safe to delete at any time' });
    const open = this.addApi('Open', 'schema.graphql', {
      queryDepthLimit: LIMITS.depth,
      resolverCountLimit: LIMITS.resolvers,
      environmentVariables: { COLOUR: 'green' },
    });
    const none = open.addNoneDataSource('None');
    const resolvers = readdirSync(RESOLVERS).filter((file) => file !== GUARDED);
    for (const file of resolvers.sort()) addResolver(none, file);
    addPipeline(open, none);

    const closed = this.addApi('Closed', 'closedSchema.graphql', {
      introspectionConfig: IntrospectionConfig.DISABLED,
    });
    addResolver(closed.addNoneDataSource('None'), 'Query.echo.js');

    const guardedNone = this.addGuardedApi().addNoneDataSource('None');
    for (const file of ['Query.caller.js', GUARDED]) addResolver(guardedNone, file);
  }

  /** An API behind a Lambda authorizer, without a configured time to live. */
  private addGuardedApi(): GraphqlApi {
    const handler = new LambdaFunction(this, 'Authorizer', {
      runtime: Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: LambdaCode.fromAsset(join(import.meta.dirname, 'authorizer')),
    });
    const api = new GraphqlApi(this, 'Guarded', {
      name: `${this.stackName}-Guarded`,
      definition: Definition.fromFile(join(import.meta.dirname, 'guardedSchema.graphql')),
      authorizationConfig: {
        defaultAuthorization: {
          authorizationType: AuthorizationType.LAMBDA,
          lambdaAuthorizerConfig: { handler },
        },
      },
    });
    new CfnOutput(this, 'GuardedEndpoint', { value: api.graphqlUrl });
    return api;
  }

  private addApi(id: string, schema: string, settings: object): GraphqlApi {
    const api = new GraphqlApi(this, id, {
      name: `${this.stackName}-${id}`,
      definition: Definition.fromFile(join(import.meta.dirname, schema)),
      authorizationConfig: {
        defaultAuthorization: {
          authorizationType: AuthorizationType.API_KEY,
          apiKeyConfig: { expires: Expiration.after(KEY_LIFE) },
        },
        additionalAuthorizationModes: [{ authorizationType: AuthorizationType.IAM }],
      },
      ...settings,
    });
    new CfnOutput(this, `${id}Endpoint`, { value: api.graphqlUrl });
    new CfnOutput(this, `${id}ApiKey`, { value: api.apiKey ?? '' });
    return api;
  }
}

/** `Type.field.js` resolves that field. Names of pipeline functions start with a small letter. */
function addResolver(dataSource: BaseDataSource, file: string): void {
  const [typeName = '', fieldName = ''] = file.split('.');
  if (!/^[A-Z]/.test(typeName) || `${typeName}.${fieldName}` === PIPELINE) return;
  const code = Code.fromAsset(join(RESOLVERS, file));
  dataSource.createResolver(`${typeName}${fieldName}`, { typeName, fieldName, code, runtime });
}

const PIPELINE = 'Query.trail';

/** The resolver that only the guarded API has. */
const GUARDED = 'Query.secret.js';

function addPipeline(api: GraphqlApi, dataSource: BaseDataSource): void {
  const pipelineConfig = ['first', 'second'].map(
    (name) =>
      new AppsyncFunction(api, name, {
        name,
        api,
        dataSource,
        code: Code.fromAsset(join(RESOLVERS, `trail.${name}.js`)),
        runtime,
      }),
  );
  const code = Code.fromAsset(join(RESOLVERS, `${PIPELINE}.js`));
  api.createResolver('QueryTrail', {
    typeName: 'Query',
    fieldName: 'trail',
    code,
    runtime,
    pipelineConfig,
  });
}
