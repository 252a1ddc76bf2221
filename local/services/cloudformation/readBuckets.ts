import { refuseUnknownProperties } from '../../lib/refuse.ts';
import type { Resource } from '../../lib/resource.ts';

// Access to a bucket, retention and storage.
const harmless = [
  'BucketEncryption',
  'LifecycleConfiguration',
  'LoggingConfiguration',
  'OwnershipControls',
  'PublicAccessBlockConfiguration',
  'Tags',
  'VersioningConfiguration',
];

/**
 * Returns the names of all buckets. Throws for a bucket with notifications, replication or a
 * website.
 */
export function readBuckets(resources: Resource[]): string[] {
  return resources
    .filter(({ type }) => type === 'AWS::S3::Bucket')
    .map((resource) => {
      refuseUnknownProperties(resource, ['BucketName'], harmless);
      return resource.ref;
    });
}
