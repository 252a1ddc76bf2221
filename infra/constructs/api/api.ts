import { join } from 'node:path';
import { Duration, Expiration, Stack } from 'aws-cdk-lib';
import {
  AuthorizationType,
  type CfnGraphQLApi,
  Definition,
  GraphqlApi,
  IamResource,
  IntrospectionConfig,
} from 'aws-cdk-lib/aws-appsync';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { apiKeyExpiry } from '../../apiKeyExpiry.ts';
import { AUDIENCE } from '../../audience.ts';
import { ROOT } from '../../bundle.ts';
import { parameter } from '../../parameters.ts';
import type { Database } from '../database/database.ts';
import type { IngestControl } from '../ingest/ingestControl.ts';
import { logErrors } from '../lib/logErrors.ts';
import { ApiFirewall } from './apiFirewall.ts';
import { AuroraDataSource } from './auroraDataSource.ts';
import type { Executions } from './executions.ts';
import { createResolvers } from './resolvers.ts';

/**
 * The GraphQL API: `schema/schema.graphql`, resolved by `resolvers/` directly from the database.
 */
export class Api extends Construct {
  private readonly graphql: GraphqlApi;
  private readonly aurora: AuroraDataSource;

  constructor(scope: Construct, id: string, { database }: { database: Database }) {
    super(scope, id);
    this.graphql = new GraphqlApi(this, 'Graphql', {
      name: Stack.of(this).stackName,
      definition: Definition.fromFile(join(ROOT, 'schema/schema.graphql')),
      authorizationConfig: {
        // IAM is the default, so that a field somebody forgets to mark is closed, not public.
        defaultAuthorization: { authorizationType: AuthorizationType.IAM },
        additionalAuthorizationModes: [
          {
            authorizationType: AuthorizationType.API_KEY,
            apiKeyConfig: {
              name: 'public-reading',
              description: 'Public reading; the site gives it to every browser',
              expires: Expiration.atDate(apiKeyExpiry(new Date())),
            },
          },
          {
            authorizationType: AuthorizationType.OIDC,
            openIdConnectConfig: {
              oidcProvider: parameter(Stack.of(this), 'SiteUrl'),
              // Anchored: whether a pattern must match the whole name is not documented.
              clientId: `^${AUDIENCE}$`,
              // Tokens older than 10 minutes are rejected, whatever their `exp` says.
              tokenExpiryFromIssue: Duration.minutes(10).toMilliseconds(),
            },
          },
        ],
      },
      introspectionConfig: IntrospectionConfig.DISABLED,
      // The web app's deepest query has 7 levels (a viewer's subscriptions' books' release).
      queryDepthLimit: 10,
      resolverCountLimit: 200,
      xrayEnabled: true,
    });
    logErrors(this, this.graphql);
    new ApiFirewall(this, 'Firewall', { api: this.graphql });
    this.aurora = new AuroraDataSource(this, 'Aurora', { api: this.graphql, database });
  }

  /**
   * Attaches the resolvers. A separate step, because the workflows they query publish through the
   * API.
   */
  answerFields({
    ingestControl,
    executions,
  }: {
    ingestControl: IngestControl;
    executions: Executions;
  }): void {
    const control = this.graphql.addLambdaDataSource('IngestControl', ingestControl.handler, {
      description: 'Ingest runs, for operators',
    });
    const looking = this.graphql.addLambdaDataSource('Executions', executions.handler, {
      description: 'Workflow executions, for operators',
    });
    createResolvers(this, {
      api: this.graphql,
      dataSource: this.aurora,
      exceptions: {
        'IngestRun.decision': control,
        'Mutation.createIngestUpload': control,
        decideOnRun: control,
        startRun: control,
        'Query.workflowExecutions': looking,
      },
      schema: join(ROOT, 'schema/schema.graphql'),
      folder: join(ROOT, 'resolvers'),
    });
  }

  get graphqlUrl(): string {
    return this.graphql.graphqlUrl;
  }

  /** The WebSocket address of live notices. */
  get realtimeUrl(): string {
    return toCfn(this.graphql).attrRealtimeUrl;
  }

  /** The API key of anonymous readers. Not a secret: every browser has it. */
  get apiKey(): string {
    const { apiKey } = this.graphql;
    if (apiKey === undefined) throw new Error('The API has no key; expected the mode API_KEY');
    return apiKey;
  }

  /** The ARNs of these fields of `Query`, `Mutation` or `Subscription`, for a policy. */
  arnsOf(type: string, ...fields: string[]): string[] {
    return IamResource.ofType(type, ...fields).resourceArns(this.graphql);
  }

  /** Lets a workflow publish an event of the log to all subscribers. */
  grantPublish(grantee: IGrantable): void {
    this.graphql.grantMutation(grantee, 'publishBookEvent');
  }

  /** Lets a function close the live connections of sessions that have ended. */
  grantDisconnect(grantee: IGrantable): void {
    this.graphql.grantMutation(grantee, 'disconnectSession');
  }
}

function toCfn(api: GraphqlApi): CfnGraphQLApi {
  // The construct does not expose this address, but the resource under it does.
  return api.node.defaultChild as CfnGraphQLApi;
}
