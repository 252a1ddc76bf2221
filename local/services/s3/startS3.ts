import { createHash, randomUUID } from 'node:crypto';
import { closeSync, createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Faults } from '../protocol/faults.ts';
import { listen } from '../protocol/listen.ts';
import { faultsPath, serveFaults } from '../protocol/serveFaults.ts';
import { Bucket } from './bucket.ts';
import { MultipartUploads } from './multipart.ts';
import { operationOf, operations } from './operationOf.ts';
import { pathStyle } from './pathStyle.ts';
import { route } from './route.ts';
import { S3Error } from './s3Error.ts';

export interface S3Options {
  /** Objects are kept in `<dir>/s3`. */
  dir: string;
  port: number;
  /** The names of the buckets; none can be created over the API. */
  buckets: string[];
  log: (line: string) => void;
}

export interface StoredObject {
  body: Buffer;
  contentType: string;
  cacheControl: string | undefined;
  etag: string;
}

export interface S3 {
  url: string;
  /** Returns null if the bucket has no such key; rejects if the bucket is unknown. */
  getObject(bucket: string, key: string): Promise<StoredObject | null>;
  putObject(
    bucket: string,
    key: string,
    body: Uint8Array | string,
    contentType: string,
    cacheControl?: string,
  ): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Serves buckets from files. Bodies are streamed and never held in memory as a whole: feeds may be
 * larger than memory. Rejects by name any S3 feature that is not emulated.
 */
export async function startS3({ dir, port, buckets: names, log }: S3Options): Promise<S3> {
  const buckets = new Map(names.map((name) => [name, new Bucket(name, join(dir, 's3'))]));
  const uploads = new MultipartUploads();
  const faults = new Faults({ operations, errors });
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === faultsPath) return serveFaults(faults, request, response);
    const requestId = randomUUID();
    response.setHeader('x-amz-request-id', requestId);
    request.url = pathStyle(request);
    try {
      const fault = faults.take(operationOf(request) ?? '');
      if (fault === 'timeout') return;
      if (fault === 'answerLost') loseAnswer(response);
      await route(request, response, buckets, uploads);
    } catch (error) {
      if (isGone(error)) return;
      if (!(error instanceof S3Error) || response.headersSent) throw error;
      if (error.status !== 404)
        log(`${request.method} ${request.url}: ${error.code}: ${error.message}`);
      request.resume(); // a client that is still sending reads the response only once its body is consumed
      response.writeHead(error.status, { 'content-type': 'application/xml' });
      response.end(request.method === 'HEAD' ? '' : error.toXml(request.url ?? '', requestId));
    }
  };
  const { url, stop } = await listen(port, answer, log);
  return {
    url,
    stop,
    getObject: async (bucket, key) => readObject(find(buckets, bucket), key),
    putObject: async (bucket, key, body, contentType, cacheControl) =>
      writeObject(find(buckets, bucket), key, body, {
        'content-type': contentType,
        ...(cacheControl !== undefined && { 'cache-control': cacheControl }),
      }),
  };
}

function find(buckets: Map<string, Bucket>, name: string): Bucket {
  const bucket = buckets.get(name);
  if (bucket) return bucket;
  throw new Error(`there is no bucket ${name}; expected one of ${[...buckets.keys()].join(', ')}`);
}

async function readObject(bucket: Bucket, key: string): Promise<StoredObject | null> {
  const meta = bucket.find(key);
  if (!meta) return null;
  const { headers, etag } = meta;
  return {
    body: await readAll(bucket.open(meta)),
    contentType: headers['content-type'] ?? 'application/octet-stream',
    cacheControl: headers['cache-control'],
    etag,
  };
}

async function readAll(fd: number): Promise<Buffer> {
  try {
    return await buffer(createReadStream('', { fd, autoClose: false, start: 0 }));
  } finally {
    closeSync(fd);
  }
}

async function writeObject(
  bucket: Bucket,
  key: string,
  content: Uint8Array | string,
  headers: { [name: string]: string },
): Promise<void> {
  const body = Buffer.from(content);
  const file = join(bucket.incoming, randomUUID());
  await writeFile(file, body);
  const etag = `"${createHash('md5').update(body).digest('hex')}"`;
  bucket.put(file, { key, size: body.length, etag, headers, checksum: null }, () => {});
}

/** S3's errors when it is busy, broken or denies access ("Error responses"). */
const errors = {
  SlowDown: () => new S3Error('SlowDown', 503, 'Please reduce your request rate.'),
  InternalError: () => new S3Error('InternalError', 500, 'We encountered an internal error.'),
  ServiceUnavailable: () => new S3Error('ServiceUnavailable', 503, 'Please try again.'),
  AccessDenied: () => new S3Error('AccessDenied', 403, 'Access Denied'),
};

/** Drops the connection when the response would begin. */
function loseAnswer(response: ServerResponse): void {
  const drop = () => {
    response.destroy();
    return response;
  };
  Object.assign(response, { writeHead: drop, write: drop, end: drop });
}

/** The client disconnected midway: there is nobody to respond to, and nothing was stored. */
function isGone(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET';
}
