import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Api } from '../api/api.ts';
import type { Database } from '../database/database.ts';
import { Handler } from '../lib/handler.ts';

/** Publishes new events of the log to every open page, for both workflows. */
export class Publisher extends Construct {
  readonly publish: Handler;

  constructor(scope: Construct, id: string, { database, api }: { database: Database; api: Api }) {
    super(scope, id);
    this.publish = new Handler(this, 'ReleasePublish', {
      description: 'Publishes events that have not been published yet, in order',
      entry: 'services/release/publish.lambda.ts',
      environment: { ...database.environment, GRAPHQL_URL: api.graphqlUrl },
      timeout: Duration.minutes(5),
    });
    database.grantUse(this.publish);
    api.grantPublish(this.publish);
  }
}
