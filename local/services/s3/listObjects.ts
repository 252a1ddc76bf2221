import type { Bucket } from './bucket.ts';
import { type S3Request, sendXml } from './request.ts';
import { s3Document } from './s3Document.ts';
import { S3Error } from './s3Error.ts';
import type { ObjectMeta } from './storedObject.ts';

/** ListObjectsV2 with prefix, delimiter, start-after and pagination. */
export async function listObjects({ response, bucket, query }: S3Request): Promise<void> {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const token = query.get('continuation-token');
  const startAfter = query.get('start-after') ?? '';
  const size = Math.min(readSize(query.get('max-keys')), 1000);
  const after = token === null ? startAfter : Buffer.from(token, 'base64url').toString('utf8');
  const entries = group(bucket.list(prefix), prefix, delimiter).filter(({ name }) =>
    isAfter(name, after),
  );
  const shown = entries.slice(0, size);
  const truncated = entries.length > shown.length;
  const encode = query.get('encoding-type') === 'url' ? encodeURIComponent : (text: string) => text;
  const document = {
    Name: bucket.name,
    Prefix: encode(prefix),
    Delimiter: delimiter === '' ? undefined : encode(delimiter),
    StartAfter: startAfter === '' ? undefined : encode(startAfter),
    EncodingType: query.get('encoding-type') ?? undefined,
    ContinuationToken: token ?? undefined,
    MaxKeys: size,
    KeyCount: shown.length,
    IsTruncated: truncated,
    NextContinuationToken: truncated
      ? Buffer.from(shown.at(-1)?.name ?? '').toString('base64url')
      : undefined,
    Contents: shown.flatMap(({ meta }) =>
      meta
        ? {
            Key: encode(meta.key),
            LastModified: meta.lastModified,
            ETag: meta.etag,
            Size: meta.size,
            StorageClass: 'STANDARD',
          }
        : [],
    ),
    CommonPrefixes: shown.flatMap(({ name, meta }) => (meta ? [] : { Prefix: encode(name) })),
  };
  sendXml(response, s3Document('ListBucketResult', document));
}

/** An object or, without `meta`, all objects under a common prefix. */
interface Entry {
  name: string;
  meta?: ObjectMeta;
}

function group(objects: ReturnType<Bucket['list']>, prefix: string, delimiter: string): Entry[] {
  const entries = new Map<string, Entry>();
  for (const meta of objects) {
    const end = delimiter === '' ? -1 : meta.key.indexOf(delimiter, prefix.length);
    const common = meta.key.slice(0, end + delimiter.length);
    if (end < 0) entries.set(meta.key, { name: meta.key, meta });
    else entries.set(common, { name: common });
  }
  return [...entries.values()];
}

function isAfter(name: string, after: string): boolean {
  return after === '' || Buffer.compare(Buffer.from(name), Buffer.from(after)) > 0;
}

function readSize(text: string | null): number {
  const size = Number(text ?? 1000);
  if (Number.isInteger(size) && size >= 0) return size;
  throw new S3Error('InvalidArgument', 400, `max-keys is "${text}", expected a whole number`);
}
