import { Duration } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { Database } from '../database/database.ts';
import { Handler } from '../lib/handler.ts';
import type { Mail } from './mail.ts';

export interface FeedbackProps {
  database: Database;
  mail: Mail;
}

/**
 * Stops mail to members who bounced permanently or complained. SES keeps its own suppression list
 * for the account, which the configuration set applies; ours is checked before a mail is begun, and
 * records the reason.
 */
export class Feedback extends Construct {
  readonly take: Handler;

  constructor(scope: Construct, id: string, { database, mail }: FeedbackProps) {
    super(scope, id);
    this.take = new Handler(this, 'MailFeedback', {
      description: 'Records addresses that bounced permanently or complained',
      entry: 'services/mail/feedback.lambda.ts',
      environment: database.environment,
      timeout: Duration.minutes(1),
    });
    database.grantUse(this.take);

    const { configurationSet } = mail;
    configurationSet.addEventDestination('Feedback', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
    });
    // EventBridge accepts events of `aws.ses` only from SES, and the function only accepts this
    // rule: nobody can silence a member with a forged event.
    new Rule(this, 'Rule', {
      description: 'A mail of ours bounced or drew a complaint',
      eventPattern: {
        source: ['aws.ses'],
        detail: {
          eventType: ['Bounce', 'Complaint'],
          mail: { tags: { 'ses:configuration-set': [configurationSet.configurationSetName] } },
        },
      },
      targets: [new LambdaFunction(this.take)],
    });
  }
}
