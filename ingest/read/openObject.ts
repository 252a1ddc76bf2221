import type { Readable } from 'node:stream';
import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import { RefusedFile } from '../refusedFile.ts';

/** Opens an object as a stream of bytes. A missing one is `RefusedFile`. */
export async function openObject(client: S3Client, bucket: string, key: string): Promise<Readable> {
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    if (!Body) throw new Error(`S3 gave no body for ${bucket}/${key}`);
    // In Node the SDK's body is a readable stream.
    return Body as Readable;
  } catch (error) {
    if (!(error instanceof NoSuchKey)) throw error;
    throw new RefusedFile(
      'missing-object',
      `ファイルがありません: ${key}`,
      `There is no object ${key} in the feed bucket ${bucket}.`,
    );
  }
}
