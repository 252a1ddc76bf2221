import { Duration, Fn, Stack } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { parameter } from '../parameters.ts';
import type { Database } from './database.ts';
import { Handler } from './handler.ts';
import type { Shop } from './shop.ts';

/** Who hears of an event, and the mails that tell them. */
export class Mail extends Construct {
  readonly fillOutbox: Handler;
  readonly send: Handler;
  /** The domain that signs the mails. */
  readonly senderIdentity: string;

  constructor(
    scope: Construct,
    id: string,
    { database, shop }: { database: Database; shop: Shop },
  ) {
    super(scope, id);
    const stack = Stack.of(this);
    const from = parameter(stack, 'MailFrom');
    const configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    });
    const identity = new EmailIdentity(this, 'Sender', {
      identity: Identity.domain(Fn.select(1, Fn.split('@', from))),
      configurationSet,
    });
    this.senderIdentity = identity.emailIdentityName;

    this.fillOutbox = new Handler(this, 'MailFillOutbox', {
      description: 'Writes one row for every member and every thing they are to be told',
      entry: 'mail/fillOutbox.ts',
      environment: database.environment,
      timeout: Duration.minutes(5),
    });
    database.grantUse(this.fillOutbox);

    this.send = new Handler(this, 'MailSend', {
      description: 'Claims waiting mails, composes them, sends them, records what became of them',
      entry: 'mail/send.ts',
      environment: {
        ...database.environment,
        ...shop.environment,
        MAIL_FROM: from,
        CONFIGURATION_SET: configurationSet.configurationSetName,
        SITE_URL: parameter(stack, 'SiteUrl'),
        SHOP_NAME: shop.name,
      },
      timeout: Duration.minutes(5),
    });
    database.grantUse(this.send);
    shop.grantRead(this.send);
    grantSend(this.send, identity, configurationSet);
  }
}

// EmailIdentity.grantSendEmail knows nothing of the configuration set, which SES checks as well.
function grantSend(grantee: IGrantable, identity: EmailIdentity, set: ConfigurationSet): void {
  const stack = Stack.of(set);
  Grant.addToPrincipal({
    grantee,
    actions: ['ses:SendRawEmail'],
    resourceArns: [
      identity.emailIdentityArn,
      stack.formatArn({
        service: 'ses',
        resource: 'configuration-set',
        resourceName: set.configurationSetName,
      }),
    ],
  });
}
