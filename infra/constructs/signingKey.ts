import { RemovalPolicy } from 'aws-cdk-lib';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** Signs access tokens. RS256, because every verifier of an OIDC token must know it. */
export function signingKey(scope: Construct, id: string): Key {
  return new Key(scope, id, {
    description: 'Signs the access tokens of Shinkan',
    keySpec: KeySpec.RSA_2048,
    keyUsage: KeyUsage.SIGN_VERIFY,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}
