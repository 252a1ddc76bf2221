import { RemovalPolicy } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { acknowledge } from '../../acknowledge.ts';

/**
 * The secret by which a function recognizes the distribution, as a reference resolved on AWS: a
 * function's own address is open to everybody. `guards` completes the sentence "It guards …": what
 * a stranger who knew it could do.
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
