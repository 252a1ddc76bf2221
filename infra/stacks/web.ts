import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { AlarmSet } from '../constructs/alarms/alarmSet.ts';
import { pagesAlarms } from '../constructs/alarms/pagesAlarms.ts';
import type { Api } from '../constructs/api/api.ts';
import { Issuer } from '../constructs/auth/issuer.ts';
import type { SignIn } from '../constructs/auth/signIn.ts';
import type { SigningKeys } from '../constructs/auth/signingKeys.ts';
import type { Database } from '../constructs/database/database.ts';
import type { Unsubscribe } from '../constructs/mail/unsubscribe.ts';
import { Site } from '../constructs/site/site.ts';

export interface WebStackProps {
  database: Database;
  signingKeys: SigningKeys;
  api: Api;
  signIn: SignIn;
  unsubscribe: Unsubscribe;
  /** The topic that alarms notify. */
  alarmTopic: ITopic;
  /** The folder that holds the built web app. */
  built: string;
}

/** What readers see: the web app, the sign-in under the same address, the issuer's two files. */
export class WebStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { database, signingKeys, api, signIn, unsubscribe, alarmTopic, built }: WebStackProps,
  ) {
    super(scope, id, { description: 'Shinkan: what readers see' });
    const issuer = new Issuer(this, 'Issuer', { signingKeys });
    const site = new Site(this, 'Site', { database, api, signIn, unsubscribe, issuer, built });
    pagesAlarms(new AlarmSet(this, 'Alarms', alarmTopic), site);

    new CfnOutput(this, 'SiteBucketName', { value: site.bucket.bucketName });
    new CfnOutput(this, 'DistributionDomainName', { value: site.distribution.domainName });
  }
}
