import { Duration, Stack } from 'aws-cdk-lib';
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { AUDIENCE } from '../../audience.ts';
import { parameter } from '../../parameters.ts';
import type { Api } from '../api/api.ts';
import type { Database } from '../database/database.ts';
import type { Shop } from '../database/shop.ts';
import { boundConcurrency } from '../lib/boundConcurrency.ts';
import type { SiteFunction } from '../lib/functionOrigin.ts';
import { Handler } from '../lib/handler.ts';
import { originSecret } from '../lib/originSecret.ts';
import { encoderSecret } from './encoderSecret.ts';
import type { SigningKeys } from './signingKeys.ts';

export interface SignInProps {
  database: Database;
  shop: Shop;
  signingKeys: SigningKeys;
  api: Api;
}

/**
 * Signs in members of the shop and issues their tokens. Reachable only through the site's address.
 */
export class SignIn extends Construct implements SiteFunction {
  readonly url: string;
  readonly originSecret: string;

  constructor(scope: Construct, id: string, { database, shop, signingKeys, api }: SignInProps) {
    super(scope, id);
    const stack = Stack.of(this);
    this.originSecret = originSecret(this, 'OriginSecret', {
      description: 'Authenticates the distribution to the sign-in function',
      guards:
        'the limit of tries from one address, which whoever knows it passes by naming other addresses. It also keys what tells known browsers, of use only with a stored hash. The limits of an account and in total hold without it.',
    });

    const handler = new Handler(this, 'SignIn', {
      description: 'Checks a name and password against the shop and issues a token',
      entry: 'services/auth/signIn.lambda.ts',
      environment: {
        ...database.environment,
        ...shop.environment,
        SIGNING_KEYS: signingKeys.list,
        SIGNING_KEY: parameter(stack, 'SigningKeyName'),
        ISSUER: parameter(stack, 'SiteUrl'),
        AUDIENCE,
        OPERATOR_MEMBER_IDS: parameter(stack, 'OperatorMemberIds'),
        ORIGIN_SECRET: this.originSecret,
        SITE_URL: parameter(stack, 'SiteUrl'),
        GRAPHQL_URL: api.graphqlUrl,
        WEAK_PASSWORD_FORMATS: parameter(stack, 'WeakPasswordFormats'),
        ENCODER_SECRET: encoderSecret(this),
        REFUSAL_MS: parameter(stack, 'RefusalMilliseconds'),
        SIGN_INS_PER_MINUTE: parameter(stack, 'SignInsPerMinute'),
      },
      timeout: Duration.seconds(20),
      // One whole CPU: a bcrypt of cost 10 takes about 0.2 s on it, and three times as long with
      // 512 MB.
      memorySize: 1769,
    });
    boundConcurrency(handler, 'SignInConcurrency');
    database.grantUse(handler);
    shop.grantRead(handler);
    signingKeys.grantSign(handler);
    api.grantDisconnect(handler);
    this.url = handler.addFunctionUrl({ authType: FunctionUrlAuthType.NONE }).url;
  }
}
