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
 * Who bounced for good or complained is not written to again. SES keeps its own list for the account,
 * which the configuration set heeds; ours is read before a mail is begun, and says why.
 */
export class Feedback extends Construct {
  readonly take: Handler;

  constructor(scope: Construct, id: string, { database, mail }: FeedbackProps) {
    super(scope, id);
    this.take = new Handler(this, 'MailFeedback', {
      description: 'Keeps whose address bounced for good or complained',
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
    // EventBridge takes events of `aws.ses` from SES alone, and the function takes them from this rule
    // alone: nobody can silence a member by an event of their own.
    new Rule(this, 'Rule', {
      description: 'A mail of ours has bounced or was complained of',
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
