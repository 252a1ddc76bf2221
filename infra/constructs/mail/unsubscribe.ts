import { Duration, Stack } from 'aws-cdk-lib';
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { parameter } from '../../parameters.ts';
import type { Database } from '../database/database.ts';
import type { Shop } from '../database/shop.ts';
import type { SiteFunction } from '../lib/functionOrigin.ts';
import { Handler } from '../lib/handler.ts';
import { originSecret } from '../lib/originSecret.ts';

export interface UnsubscribeProps {
  database: Database;
  shop: Shop;
  linkSecret: Secret;
}

/** The unsubscribe page, where members stop mails without signing in. */
export class Unsubscribe extends Construct implements SiteFunction {
  readonly url: string;
  readonly originSecret: string;
  readonly handler: Handler;

  constructor(scope: Construct, id: string, { database, shop, linkSecret }: UnsubscribeProps) {
    super(scope, id);
    this.originSecret = originSecret(this, 'OriginSecret', {
      description: 'Authenticates the distribution to the unsubscribe function',
      guards: 'against strangers using up our CPU; the signature of a link decides what it may do.',
    });
    this.handler = new Handler(this, 'MailUnsubscribe', {
      description: 'Stops mails to the member whose link is followed',
      entry: 'services/mail/unsubscribe.lambda.ts',
      environment: {
        ...database.environment,
        ORIGIN_SECRET: this.originSecret,
        LINK_SECRET: linkSecret.secretValue.unsafeUnwrap(),
        SHOP_NAME: shop.name,
        SHOP_CONTACT: parameter(Stack.of(this), 'ShopContact'),
      },
      timeout: Duration.seconds(20),
    });
    database.grantUse(this.handler);
    this.url = this.handler.addFunctionUrl({ authType: FunctionUrlAuthType.NONE }).url;
  }
}
