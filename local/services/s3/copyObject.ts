import { randomUUID } from 'node:crypto';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bucket } from './bucket.ts';
import { checkPut } from './conditions.ts';
import { type S3Request, sendXml } from './request.ts';
import { s3Document } from './s3Document.ts';
import { notEmulated, S3Error } from './s3Error.ts';
import { headersToKeep } from './storedObject.ts';

/** CopyObject within or between local buckets. */
export async function copyObject(
  { request, response, bucket, key }: S3Request,
  findBucket: (name: string) => Bucket,
): Promise<void> {
  const conditional = Object.keys(request.headers).find((h) => h.startsWith('x-amz-copy-source-'));
  if (conditional) throw notEmulated(`The header ${conditional}`);
  const path = decodeURIComponent(String(request.headers['x-amz-copy-source'])).replace(/^\//, '');
  const slash = path.indexOf('/');
  const from = findBucket(path.slice(0, slash));
  const source = from.find(path.slice(slash + 1));
  if (!source) throw new S3Error('NoSuchKey', 404, 'The specified key does not exist.');
  const replaced = request.headers['x-amz-metadata-directive'] === 'REPLACE';
  const file = join(bucket.incoming, randomUUID());
  await copyFile(from.fileOf(source), file);
  const { etag, lastModified } = bucket.put(
    file,
    { ...source, key, ...(replaced && { headers: headersToKeep(request.headers) }) },
    checkPut(request.headers),
  );
  sendXml(response, s3Document('CopyObjectResult', { ETag: etag, LastModified: lastModified }));
}
