import type { IncomingMessage } from 'node:http';

const BUCKET: { readonly [method: string]: string } = {
  GET: 'ListObjectsV2',
  HEAD: 'HeadBucket',
  POST: 'DeleteObjects',
};

const OBJECT: { readonly [method: string]: string } = {
  GET: 'GetObject',
  HEAD: 'HeadObject',
  PUT: 'PutObject',
  DELETE: 'DeleteObject',
};

const UPLOAD: { readonly [method: string]: string } = {
  PUT: 'UploadPart',
  POST: 'CompleteMultipartUpload',
  DELETE: 'AbortMultipartUpload',
};

/** The emulated operations. */
export const operations = [
  ...new Set([BUCKET, OBJECT, UPLOAD].flatMap((names) => Object.values(names))),
  ...['ListBuckets', 'CopyObject', 'CreateMultipartUpload'],
].sort();

/**
 * Returns the AWS name of the requested operation; undefined for a request that is rejected anyway.
 */
export function operationOf({ method = '', url = '/', headers }: IncomingMessage) {
  const [path = '', search] = url.split('?', 2);
  const query = new URLSearchParams(search);
  const [, bucket, key] = path.match(/^\/([^/]*)\/?(.*)$/s) ?? [];
  if (!bucket) return 'ListBuckets';
  if (!key) return BUCKET[method];
  if (query.has('uploads')) return 'CreateMultipartUpload';
  if (query.has('uploadId')) return UPLOAD[method];
  return headers['x-amz-copy-source'] === undefined ? OBJECT[method] : 'CopyObject';
}
