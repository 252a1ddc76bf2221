import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { type S3, startS3 } from '../../services/s3/startS3.ts';

export const Bucket = 'feed';

export function newDir(): string {
  return mkdtempSync(join(tmpdir(), 'shinkan-s3-'));
}

export async function serve(dir = newDir()): Promise<{ s3: S3; client: S3Client }> {
  const s3 = await startS3({ dir, port: 0, buckets: [Bucket, 'site'], log: () => {} });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const options = { endpoint: s3.url, region: 'ap-northeast-1', credentials, maxAttempts: 1 };
  return { s3, client: new S3Client(options) };
}
