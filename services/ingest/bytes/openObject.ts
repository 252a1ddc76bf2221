import type { Readable } from 'node:stream';
import { GetObjectCommand, HeadObjectCommand, NotFound, type S3Client } from '@aws-sdk/client-s3';
import { RefusedFile } from '../refusedFile.ts';
import type { ByteSource } from './byteSource.ts';

/**
 * Opens an S3 object. Throws `RefusedFile` if it is missing. If it is replaced while being read, S3
 * refuses further reads (`PreconditionFailed`), so that no run mixes two files.
 */
export async function openObject(
  client: S3Client,
  bucket: string,
  key: string,
): Promise<ByteSource> {
  const head = await describeObject(client, bucket, key);
  return {
    size: head.ContentLength ?? 0,
    async open(from, end) {
      const { Body } = await client.send(
        new GetObjectCommand({
          Bucket: bucket,
          Key: key,
          Range: `bytes=${from}-${end - 1}`,
          IfMatch: head.ETag,
        }),
      );
      if (!Body) throw new Error(`S3 returned no body for ${bucket}/${key}`);
      // In Node the SDK's body is a readable stream.
      return Body as Readable;
    },
  };
}

async function describeObject(client: S3Client, bucket: string, key: string) {
  try {
    return await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    throw new RefusedFile(
      'missing-object',
      `ファイルがありません: ${key}`,
      `Object ${key} not found in the feed bucket ${bucket}.`,
    );
  }
}
