import { Duration } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { Database } from '../database/database.ts';
import { Handler } from '../lib/handler.ts';
import type { Mail } from './mail.ts';

/** Settles a mail by SES's own send event if its response to the sender was lost. */
export class SendEvents extends Construct {
  readonly settle: Handler;

  constructor(
    scope: Construct,
    id: string,
    { database, mail }: { database: Database; mail: Mail },
  ) {
    super(scope, id);
    const { configurationSet } = mail;
    const CONFIGURATION_SET = configurationSet.configurationSetName;
    this.settle = new Handler(this, 'MailSent', {
      description: 'Settles mails that SES reports as sent',
      entry: 'services/mail/sent.lambda.ts',
      environment: { ...database.environment, CONFIGURATION_SET },
      // Long enough to wait for an unavailable database.
      timeout: Duration.minutes(15),
    });
    database.grantUse(this.settle);

    configurationSet.addEventDestination('Sent', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: [EmailSendingEvent.SEND],
    });
    new Rule(this, 'Rule', {
      description: 'SES has accepted a mail of ours',
      eventPattern: {
        source: ['aws.ses'],
        detailType: ['Email Sent'],
        detail: { mail: { tags: { 'ses:configuration-set': [CONFIGURATION_SET] } } },
      },
      targets: [new LambdaFunction(this.settle)],
    });
  }
}
