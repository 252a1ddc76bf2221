import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Grant, type IRole } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from '../../acknowledge.ts';

/** Where partners put their files. A file that was replaced can be fetched back for 90 days. */
export class FeedBucket extends Bucket {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [
        {
          // What operators upload by itself is read once. A partner's files stay until they replace them.
          prefix: 'incoming/upload-',
          expiration: Duration.days(7),
        },
        {
          noncurrentVersionExpiration: Duration.days(90),
          abortIncompleteMultipartUploadAfter: Duration.days(2),
        },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(this, {
      id: 'AwsSolutions-S1',
      reason: 'Every file that is read becomes a row of ingest_run with its key and content hash.',
    });
  }

  /** Lets a role fetch any file, and learn that one is missing instead of being refused. */
  grantFetch(grantee: IRole): void {
    Grant.addToPrincipal({
      grantee,
      actions: ['s3:ListBucket'],
      resourceArns: [this.bucketArn],
    });
    Grant.addToPrincipal({
      grantee,
      actions: ['s3:GetObject'],
      resourceArns: [this.arnForObjects('*')],
    });
    acknowledge(grantee, {
      id: `AwsSolutions-IAM5[Resource::${this.exportName}/*]`,
      reason: 'A run may name any file of the feed bucket, and only of that.',
    });
  }

  /** Lets a role put files where they wait to be ingested. */
  grantUpload(grantee: IRole): void {
    Grant.addToPrincipal({
      grantee,
      actions: ['s3:PutObject'],
      resourceArns: [this.arnForObjects('incoming/*')],
    });
    acknowledge(grantee, {
      id: `AwsSolutions-IAM5[Resource::${this.exportName}/incoming/*]`,
      reason: 'Each upload has a key of its own.',
    });
  }

  // By this the bucket is known in templates of other stacks.
  private get exportName(): string {
    const stack = Stack.of(this);
    return stack.resolve(stack.exportValue(this.bucketArn))['Fn::ImportValue'];
  }
}
