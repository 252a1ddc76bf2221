import { Duration } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { Database } from '../database/database.ts';
import { Handler } from '../lib/handler.ts';
import type { Mail } from './mail.ts';

/** SES's own word that a mail was sent settles it, when the answer to the sender was lost. */
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
      description: 'Settles a mail of which SES tells that it was sent',
      entry: 'services/mail/sent.lambda.ts',
      environment: { ...database.environment, CONFIGURATION_SET },
      // It waits for a database that is away.
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
