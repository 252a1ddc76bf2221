import { closeSync, createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { isUnmodified } from './conditions.ts';
import { readRange } from './range.ts';
import type { S3Request } from './request.ts';
import { S3Error } from './s3Error.ts';
import type { ObjectMeta } from './storedObject.ts';

/** GetObject and HeadObject: the whole object or one range, with the conditions of RFC 9110. */
export async function getObject({ request, response, bucket, key }: S3Request): Promise<void> {
  const meta = bucket.find(key);
  if (!meta) throw new S3Error('NoSuchKey', 404, 'The specified key does not exist.');
  const headers = headersOf(meta);
  if (isUnmodified(request.headers, meta)) {
    response.writeHead(304, headers).end();
    return;
  }
  const range = readRange(request.headers.range, meta.size);
  if (range) {
    headers['content-range'] = `bytes ${range.start}-${range.end}/${meta.size}`;
    headers['content-length'] = String(range.end - range.start + 1);
  } else {
    headers['content-length'] = String(meta.size);
    if (request.headers['x-amz-checksum-mode'] === 'ENABLED') {
      Object.assign(headers, checksumHeaders(meta));
    }
  }
  if (request.method === 'HEAD') {
    response.writeHead(range ? 206 : 200, headers).end();
    return;
  }
  const fd = bucket.open(meta);
  try {
    response.writeHead(range ? 206 : 200, headers);
    const bytes = createReadStream('', {
      ...range,
      start: range?.start ?? 0,
      fd,
      autoClose: false,
    });
    await pipeline(bytes, response);
  } finally {
    closeSync(fd);
  }
}

function headersOf(meta: ObjectMeta): { [name: string]: string } {
  return {
    ...meta.headers,
    'accept-ranges': 'bytes',
    etag: meta.etag,
    'last-modified': new Date(meta.lastModified).toUTCString(),
  };
}

/** The checksum with which the object was put, as a response header. */
export function checksumHeaders({ checksum }: Pick<ObjectMeta, 'checksum'>): {
  [name: string]: string;
} {
  if (!checksum?.value) return {};
  return {
    [`x-amz-checksum-${checksum.algorithm}`]: checksum.value,
    'x-amz-checksum-type': checksum.type ?? 'FULL_OBJECT',
  };
}
