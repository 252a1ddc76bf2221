import { refuseUnknownProperties } from '../../lib/refuse.ts';
import type { Resource } from '../../lib/resource.ts';

// Who may reach a bucket, how long it keeps things and how they are stored.
const harmless = [
  'BucketEncryption',
  'LifecycleConfiguration',
  'LoggingConfiguration',
  'OwnershipControls',
  'PublicAccessBlockConfiguration',
  'Tags',
  'VersioningConfiguration',
];

/** The names of all buckets. A bucket that notifies, replicates or serves a website is refused. */
export function readBuckets(resources: Resource[]): string[] {
  return resources
    .filter(({ type }) => type === 'AWS::S3::Bucket')
    .map((resource) => {
      refuseUnknownProperties(resource, ['BucketName'], harmless);
      return resource.ref;
    });
}
