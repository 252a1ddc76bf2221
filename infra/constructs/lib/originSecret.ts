import { RemovalPolicy } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { acknowledge } from '../../acknowledge.ts';

/**
 * What the distribution says to one function to be believed, as a reference that is resolved on AWS:
 * a function's own address is open to everybody. `guards` ends the sentence of what a stranger could
 * do who knew it.
 */
export function originSecret(
  scope: Construct,
  id: string,
  { description, guards }: { description: string; guards: string },
): string {
  const secret = new Secret(scope, id, {
    description,
    generateSecretString: { excludePunctuation: true, passwordLength: 48 },
    removalPolicy: RemovalPolicy.DESTROY,
  });
  acknowledge(secret, {
    id: 'AwsSolutions-SMG4',
    reason: `Both ends read it at deployment; docs/deploy.md says how to change it. It guards ${guards}`,
  });
  return secret.secretValue.unsafeUnwrap();
}
