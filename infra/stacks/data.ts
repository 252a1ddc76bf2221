import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { SigningKeys } from '../constructs/auth/signingKeys.ts';
import { Database } from '../constructs/database/database.ts';
import { migrate } from '../constructs/database/migrate.ts';
import { Network } from '../constructs/database/network.ts';
import { FeedBucket } from '../constructs/ingest/feedBucket.ts';
import { linkSecret } from '../constructs/mail/linkSecret.ts';

/**
 * What must survive: the catalogue, members' subscriptions, partners' files, the signing keys, the
 * secret of links.
 */
export class DataStack extends Stack {
  readonly network: Network;
  readonly database: Database;
  readonly feedBucket: FeedBucket;
  readonly signingKeys: SigningKeys;
  readonly linkSecret: Secret;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, {
      description: 'Shinkan: what must survive',
      terminationProtection: true,
      ...props,
    });
    this.network = new Network(this, 'Network');
    this.database = new Database(this, 'Database', { vpc: this.network.vpc });
    migrate(this.database);
    this.feedBucket = new FeedBucket(this, 'Feed');
    this.signingKeys = new SigningKeys(this);
    this.linkSecret = linkSecret(this, 'LinkSecret');

    new CfnOutput(this, 'ClusterArn', { value: this.database.cluster.clusterArn });
    new CfnOutput(this, 'SecretArn', { value: this.database.secret.secretArn });
    new CfnOutput(this, 'FeedBucketName', { value: this.feedBucket.bucketName });
    new CfnOutput(this, 'SigningKeys', { value: this.signingKeys.list });
  }
}
