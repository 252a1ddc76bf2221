import { Duration, Stack } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { parameter } from '../../parameters.ts';
import type { Database } from '../database/database.ts';
import { Handler } from '../lib/handler.ts';
import type { Workflow } from '../lib/workflow.ts';
import type { Mail } from './mail.ts';

export interface OperatorMailProps {
  database: Database;
  mail: Mail;
}

/** Mails operators when an ingest run did not end well. */
export class OperatorMail extends Construct {
  readonly tell: Handler;

  constructor(scope: Construct, id: string, { database, mail }: OperatorMailProps) {
    super(scope, id);
    this.tell = new Handler(this, 'MailTellOperator', {
      description: 'Mails operators that an ingest run is held, rejected or failed',
      entry: 'services/mail/tellOperators.lambda.ts',
      environment: {
        ...database.environment,
        ...mail.environment,
        OPERATOR_MAIL: parameter(Stack.of(this), 'OperatorMail'),
      },
      timeout: Duration.minutes(1),
    });
    database.grantUse(this.tell);
    mail.grantSend(this.tell);
  }

  /**
   * Also reports what no step of the workflow can: a failed step, a timeout, a stop by hand. A hold
   * is reported a second time, by an event that Lambda retries after one and two minutes: longer
   * than the lease on a mail of a function that died.
   */
  listenTo(workflow: Workflow): void {
    new Rule(this, 'Ended', {
      description: 'An execution of the ingest workflow has ended',
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: {
          stateMachineArn: [workflow.stateMachineArn],
          status: ['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'],
        },
      },
      targets: [new LambdaFunction(this.tell)],
    });
  }
}
