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
  /** The secret of sign-in, which keys the marks of password hashes. */
  originSecret: string;
}

/** The next one comes anyway. */
const ONCE = { maxEventAge: Duration.minutes(1), retryAttempts: 0 };

/** Whom the shop lets in no longer is out within minutes, and so are their open pages. */
export class EndSessions extends Construct {
  readonly review: Handler;

  constructor(
    scope: Construct,
    id: string,
    { database, shop, api, originSecret }: EndSessionsProps,
  ) {
    super(scope, id);
    this.review = new Handler(this, 'EndSessions', {
      description: 'Ends sessions that the shop has revoked, and closes their live connections',
      entry: 'services/auth/endSessions.lambda.ts',
      environment: {
        ...database.environment,
        ...shop.environment,
        GRAPHQL_URL: api.graphqlUrl,
        ORIGIN_SECRET: originSecret,
      },
      timeout: Duration.minutes(1),
    });
    // A schedule hands its event to Lambda's own queue, which would try a failed one twice more.
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
