import { Duration } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import type { Api } from '../api/api.ts';
import type { Database } from '../database/database.ts';
import type { Shop } from '../database/shop.ts';
import { Handler } from '../lib/handler.ts';

export interface EndSessionsProps {
  database: Database;
  shop: Shop;
  api: Api;
  /** The sign-in's secret, which keys the fingerprints of password hashes. */
  originSecret: string;
}

/** No retry: the next review starts within a minute. */
const ONCE = { maxEventAge: Duration.minutes(1), retryAttempts: 0 };

/** Signs out members whom the shop disabled within minutes, and closes their live connections. */
export class EndSessions extends Construct {
  readonly review: Handler;

  constructor(
    scope: Construct,
    id: string,
    { database, shop, api, originSecret }: EndSessionsProps,
  ) {
    super(scope, id);
    this.review = new Handler(this, 'EndSessions', {
      description: 'Ends sessions that the shop has revoked and closes their live connections',
      entry: 'services/auth/endSessions.lambda.ts',
      environment: {
        ...database.environment,
        ...shop.environment,
        GRAPHQL_URL: api.graphqlUrl,
        ORIGIN_SECRET: originSecret,
      },
      timeout: Duration.minutes(1),
    });
    // A schedule invokes Lambda asynchronously, which would retry a failed event twice.
    this.review.configureAsyncInvoke(ONCE);
    database.grantUse(this.review);
    shop.grantRead(this.review);
    api.grantDisconnect(this.review);
    new Schedule(this, 'EveryMinute', {
      schedule: ScheduleExpression.rate(Duration.minutes(1)),
      target: new LambdaInvoke(this.review, ONCE),
    });
  }
}
