import { RemovalPolicy } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { acknowledge } from '../../acknowledge.ts';

/**
 * The secret that signs the links in mails. It is retained, because the link in a mail sent years
 * ago must still stop mails.
 */
export function linkSecret(scope: Construct, id: string): Secret {
  const secret = new Secret(scope, id, {
    description: 'Signs the unsubscribe links in mails',
    generateSecretString: { excludePunctuation: true, passwordLength: 64 },
    removalPolicy: RemovalPolicy.RETAIN,
  });
  acknowledge(secret, {
    id: 'AwsSolutions-SMG4',
    reason:
      'Links in old mails must keep working. To change it, put the new one before the old one, separated by a comma; docs/deploy.md says how.',
  });
  return secret;
}
