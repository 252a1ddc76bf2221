import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { decodeAwsChunked } from './awsChunked.ts';
import { announcedChecksum, type Checksum, Digests, verifyBody } from './checksums.ts';
import { S3Error } from './s3Error.ts';

/** A complete and verified body in a file of its own, not yet stored under a key. */
export interface ReceivedBody {
  file: string;
  size: number;
  md5: Buffer;
  checksum: Checksum | null;
}

/**
 * Streams the body of a put into a new file in `dir`. Leaves no file if the body is cut off or
 * differs from what was announced.
 */
export async function receiveBody(request: IncomingMessage, dir: string): Promise<ReceivedBody> {
  const { headers } = request;
  const file = join(dir, randomUUID());
  const checksum = announcedChecksum(headers);
  const digests = new Digests(checksum);
  const trailers = new Map<string, string>();
  const bytes = isAwsChunked(request) ? decodeAwsChunked(request, trailers) : request;
  try {
    await pipeline(bytes, watch(digests), createWriteStream(file));
    if (checksum) checksum.value ??= trailers.get(`x-amz-checksum-${checksum.algorithm}`);
    const computed = digests.finish();
    verifySize(request, digests.size);
    verifyBody(headers, checksum, computed);
    return { file, size: digests.size, md5: computed.md5, checksum };
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

function isAwsChunked({ headers }: IncomingMessage): boolean {
  return (
    String(headers['x-amz-content-sha256']).startsWith('STREAMING-') ||
    /\baws-chunked\b/.test(headers['content-encoding'] ?? '')
  );
}

function watch(digests: Digests) {
  return async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      digests.update(chunk);
      yield chunk;
    }
  };
}

function verifySize({ headers }: IncomingMessage, size: number): void {
  const announced = headers['x-amz-decoded-content-length'];
  if (announced !== undefined && Number(announced) !== size) {
    throw new S3Error('IncompleteBody', 400, `${announced} bytes were announced, ${size} came`);
  }
}
