import { RemovalPolicy } from 'aws-cdk-lib';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { SIGNING_KEY_NAMES } from '../../signingKeyNames.ts';

/** The keys of access tokens: one signs; verifiers already know the other before it does. */
export class SigningKeys {
  private readonly keys: Map<string, Key>;

  constructor(scope: Construct) {
    this.keys = new Map(SIGNING_KEY_NAMES.map((name) => [name, signingKey(scope, name)]));
  }

  /** The environment variable `SIGNING_KEYS`: `NAME=ID,NAME=ID`. */
  get list(): string {
    return [...this.keys].map(([name, key]) => `${name}=${key.keyId}`).join(',');
  }

  /**
   * Grants every key, because the role changes before the function does: otherwise the old function
   * could no longer sign while a deployment switches keys.
   */
  grantSign(grantee: IGrantable): void {
    for (const key of this.keys.values()) key.grant(grantee, 'kms:Sign', 'kms:GetPublicKey');
  }

  grantRead(grantee: IGrantable): void {
    for (const key of this.keys.values()) key.grant(grantee, 'kms:GetPublicKey');
  }
}

/** RS256, because every OIDC verifier must support it. */
function signingKey(scope: Construct, id: string): Key {
  return new Key(scope, id, {
    description: 'Signs the access tokens of Shinkan',
    keySpec: KeySpec.RSA_2048,
    keyUsage: KeyUsage.SIGN_VERIFY,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}
