import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Api } from '../api/api.ts';
import type { Database } from '../database/database.ts';
import { Handler } from '../lib/handler.ts';

/** Sends the events of the log to every open page, for whichever workflow has written new ones. */
export class Publisher extends Construct {
  readonly publish: Handler;

  constructor(scope: Construct, id: string, { database, api }: { database: Database; api: Api }) {
    super(scope, id);
    this.publish = new Handler(this, 'ReleasePublish', {
      description: 'Publishes the events that no page has heard of yet, in their order',
      entry: 'services/release/publish.lambda.ts',
      environment: { ...database.environment, GRAPHQL_URL: api.graphqlUrl },
      timeout: Duration.minutes(5),
    });
    database.grantUse(this.publish);
    api.grantPublish(this.publish);
  }
}
