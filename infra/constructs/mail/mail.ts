import { Duration, Fn, Stack } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { parameter } from '../../parameters.ts';
import type { Database } from '../database/database.ts';
import type { Shop } from '../database/shop.ts';
import { Handler } from '../lib/handler.ts';

/** Decides who is notified of an event, and sends the mails. */
export class Mail extends Construct {
  readonly fillOutbox: Handler;
  readonly send: Handler;
  /** The domain that signs the mails. */
  readonly senderIdentity: string;
  /** The environment variables that code needs to write mails on behalf of the shop. */
  readonly environment: Record<string, string>;
  private readonly identity: EmailIdentity;
  readonly configurationSet: ConfigurationSet;

  constructor(
    scope: Construct,
    id: string,
    { database, shop, linkSecret }: { database: Database; shop: Shop; linkSecret: Secret },
  ) {
    super(scope, id);
    const stack = Stack.of(this);
    const from = parameter(stack, 'MailFrom');
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    });
    this.identity = new EmailIdentity(this, 'Sender', {
      identity: Identity.domain(Fn.select(1, Fn.split('@', from))),
      configurationSet: this.configurationSet,
    });
    this.senderIdentity = this.identity.emailIdentityName;
    this.environment = {
      MAIL_FROM: from,
      CONFIGURATION_SET: this.configurationSet.configurationSetName,
      SITE_URL: parameter(stack, 'SiteUrl'),
      SHOP_NAME: shop.name,
      SHOP_ADDRESS: parameter(stack, 'ShopAddress'),
      SHOP_CONTACT: parameter(stack, 'ShopContact'),
    };

    this.fillOutbox = new Handler(this, 'MailFillOutbox', {
      description: 'Writes one outbox row for each member and each note they are due',
      entry: 'services/mail/fillOutbox.lambda.ts',
      environment: {
        ...database.environment,
        MAIL_WINDOW: parameter(stack, 'MailWindow'),
        MAIL_RATE: parameter(stack, 'MailRate'),
      },
      timeout: Duration.minutes(5),
    });
    database.grantUse(this.fillOutbox);

    this.send = new Handler(this, 'MailSend', {
      description: 'Claims due mails, composes and sends them, and records the outcome',
      entry: 'services/mail/send.lambda.ts',
      environment: {
        ...database.environment,
        ...shop.environment,
        ...this.environment,
        LINK_SECRET: linkSecret.secretValue.unsafeUnwrap(),
        MAIL_RATE: parameter(stack, 'MailRate'),
      },
      timeout: Duration.minutes(5),
    });
    database.grantUse(this.send);
    shop.grantRead(this.send);
    this.grantSend(this.send);
  }

  /**
   * Lets code send. EmailIdentity.grantSendEmail omits the configuration set, which SES also
   * checks.
   */
  grantSend(grantee: IGrantable): void {
    const resourceName = this.configurationSet.configurationSetName;
    const set = { service: 'ses', resource: 'configuration-set', resourceName };
    Grant.addToPrincipal({
      grantee,
      actions: ['ses:SendRawEmail'],
      resourceArns: [this.identity.emailIdentityArn, Stack.of(this).formatArn(set)],
    });
  }
}
