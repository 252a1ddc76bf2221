import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { Database } from '../constructs/database.ts';
import { FeedBucket } from '../constructs/feedBucket.ts';
import { linkSecret } from '../constructs/linkSecret.ts';
import { Network } from '../constructs/network.ts';
import { signingKey } from '../constructs/signingKey.ts';

/** What must survive: the catalogue, the members' wishes, the partner's files, the signing key, the secret of links. */
export class DataStack extends Stack {
  readonly network: Network;
  readonly database: Database;
  readonly feedBucket: FeedBucket;
  readonly signingKey: Key;
  readonly linkSecret: Secret;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, {
      description: 'Shinkan: what must survive',
      terminationProtection: true,
      ...props,
    });
    this.network = new Network(this, 'Network');
    this.database = new Database(this, 'Database', { vpc: this.network.vpc });
    this.feedBucket = new FeedBucket(this, 'Feed');
    this.signingKey = signingKey(this, 'SigningKey');
    this.linkSecret = linkSecret(this, 'LinkSecret');

    new CfnOutput(this, 'ClusterArn', { value: this.database.cluster.clusterArn });
    new CfnOutput(this, 'SecretArn', { value: this.database.secret.secretArn });
    new CfnOutput(this, 'FeedBucketName', { value: this.feedBucket.bucketName });
    new CfnOutput(this, 'SigningKeyId', { value: this.signingKey.keyId });
  }
}
