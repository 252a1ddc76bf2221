import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Grant, type IRole } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from '../../acknowledge.ts';

/** The bucket for partners' files. A replaced file can be restored for 90 days. */
export class FeedBucket extends Bucket {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [
        {
          // An operator's upload is read once. A partner's file stays until the partner replaces
          // it.
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

  /** Lets a role fetch any file, and get a 404 instead of a 403 for a missing one. */
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
      reason: 'A run may name any file in the feed bucket, and only there.',
    });
  }

  /** Lets a role upload files for ingestion. */
  grantUpload(grantee: IRole): void {
    Grant.addToPrincipal({
      grantee,
      actions: ['s3:PutObject'],
      resourceArns: [this.arnForObjects('incoming/*')],
    });
    acknowledge(grantee, {
      id: `AwsSolutions-IAM5[Resource::${this.exportName}/incoming/*]`,
      reason: 'Each upload has its own key.',
    });
  }

  // The name under which templates of other stacks know the bucket.
  private get exportName(): string {
    const stack = Stack.of(this);
    return stack.resolve(stack.exportValue(this.bucketArn))['Fn::ImportValue'];
  }
}
