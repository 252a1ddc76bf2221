import { RemovalPolicy } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { acknowledge } from '../../acknowledge.ts';

/** Signs the links of mails. It survives, since a mail that was sent years ago must still be able to stop mails. */
export function linkSecret(scope: Construct, id: string): Secret {
  const secret = new Secret(scope, id, {
    description: 'Signs the links in mails by which members stop them',
    generateSecretString: { excludePunctuation: true, passwordLength: 64 },
    removalPolicy: RemovalPolicy.RETAIN,
  });
  acknowledge(secret, {
    id: 'AwsSolutions-SMG4',
    reason:
      'Links of old mails must keep working. To change it, put the new one before the old one with a comma between; docs/deploy.md says how.',
  });
  return secret;
}
