import { Duration, Stack } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { parameter } from '../../parameters.ts';
import { defineRelease } from '../../workflows/release.ts';
import type { Database } from '../database/database.ts';
import type { Shop } from '../database/shop.ts';
import { Handler } from '../lib/handler.ts';
import { schedule } from '../lib/schedule.ts';
import { Workflow } from '../lib/workflow.ts';
import type { Mail } from '../mail/mail.ts';
import type { Publisher } from './publisher.ts';

export interface ReleaseProps {
  database: Database;
  shop: Shop;
  publisher: Publisher;
  mail: Mail;
}

/** Turns what the shop has begun to sell into events, live notices and mails, every minute. */
export class Release extends Construct {
  readonly workflow: Workflow;
  readonly recount: IFunction;

  constructor(scope: Construct, id: string, { database, shop, publisher, mail }: ReleaseProps) {
    super(scope, id);
    const detect = new Handler(this, 'ReleaseDetect', {
      description:
        "Compares the shop's master with the known books on sale, and counts pending work",
      entry: 'services/release/detect.lambda.ts',
      environment: { ...database.environment, ...shop.environment },
      timeout: Duration.minutes(2),
    });
    database.grantUse(detect);
    shop.grantRead(detect);

    this.recount = new Handler(this, 'ReleaseRecount', {
      description: 'Counts the upcoming books of contributors and series where these have changed',
      entry: 'services/release/recount.lambda.ts',
      environment: database.environment,
      timeout: Duration.minutes(2),
    });
    database.grantUse(this.recount);

    this.workflow = new Workflow(this, 'Workflow', {
      definition: defineRelease(this, {
        detect,
        publish: publisher.publish,
        fillOutbox: mail.fillOutbox,
        send: mail.send,
        recount: this.recount,
      }),
      timeout: Duration.hours(2),
    });
    schedule(this, 'EveryMinute', {
      workflow: this.workflow,
      expression: ScheduleExpression.expression(parameter(Stack.of(this), 'ReleaseSchedule')),
      input: {},
    });
  }
}
