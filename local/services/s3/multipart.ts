import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { readBody } from '../protocol/readBody.ts';
import { textsOf } from '../protocol/xml.ts';
import { checkPut } from './conditions.ts';
import { checksumHeaders } from './getObject.ts';
import { type ReceivedBody, receiveBody } from './receiveBody.ts';
import { type S3Request, sendXml } from './request.ts';
import { s3Document } from './s3Document.ts';
import { S3Error } from './s3Error.ts';
import { headersToKeep } from './storedObject.ts';
import {
  computeUploadChecksum,
  readUploadChecksum,
  type UploadChecksum,
  verifyUpload,
} from './uploadChecksum.ts';

const SMALLEST_PART = 5 * 1024 * 1024;
const LARGEST_LIST = 4 * 1024 * 1024;

interface Upload {
  bucket: string;
  key: string;
  headers: { [name: string]: string };
  checksum: UploadChecksum | null;
  parts: Map<number, ReceivedBody>;
}

/**
 * Multipart uploads, kept in memory and on disk until they are completed, aborted, or the stack
 * ends.
 */
export class MultipartUploads {
  readonly #uploads = new Map<string, Upload>();

  /** CreateMultipartUpload. */
  async create({ request, response, bucket, key }: S3Request): Promise<void> {
    const checksum = readUploadChecksum(request.headers);
    const id = randomUUID();
    const headers = headersToKeep(request.headers);
    this.#uploads.set(id, { bucket: bucket.name, key, headers, checksum, parts: new Map() });
    if (checksum) {
      response.setHeader('x-amz-checksum-algorithm', checksum.algorithm.toUpperCase());
      response.setHeader('x-amz-checksum-type', checksum.type);
    }
    const result = { Bucket: bucket.name, Key: key, UploadId: id };
    sendXml(response, s3Document('InitiateMultipartUploadResult', result));
  }

  /** UploadPart. A part sent again replaces the earlier one. */
  async put(asked: S3Request): Promise<void> {
    const { request, response, bucket, query } = asked;
    const upload = this.#find(asked);
    const number = Number(query.get('partNumber'));
    if (!Number.isInteger(number) || number < 1 || number > 10_000) {
      const message = `Part number is ${query.get('partNumber')}, expected 1 to 10000`;
      throw new S3Error('InvalidArgument', 400, message);
    }
    const part = await receiveBody(request, bucket.incoming);
    const replaced = upload.parts.get(number);
    upload.parts.set(number, part);
    if (replaced) await rm(replaced.file, { force: true });
    response.writeHead(200, { etag: etagOf(part), ...checksumHeaders(part) }).end();
  }

  /** CompleteMultipartUpload: joins the listed parts in order. */
  async complete(asked: S3Request): Promise<void> {
    const { request, response, bucket, key, query } = asked;
    const upload = this.#find(asked);
    const parts = pickParts(upload, (await readBody(request, LARGEST_LIST)).toString('utf8'));
    const checksum =
      upload.checksum &&
      (await computeUploadChecksum(upload.checksum, parts, () => concatenate(parts)));
    verifyUpload(request.headers, checksum);
    const file = join(bucket.incoming, randomUUID());
    await pipeline(concatenate(parts), createWriteStream(file));
    const md5 = createHash('md5').update(Buffer.concat(parts.map((part) => part.md5)));
    const etag = `"${md5.digest('hex')}-${parts.length}"`;
    const size = parts.reduce((sum, part) => sum + part.size, 0);
    const meta = { key, size, etag, headers: upload.headers, checksum };
    bucket.put(file, meta, checkPut(request.headers));
    await this.#forget(query.get('uploadId') ?? '', upload);
    const result = {
      Location: `/${bucket.name}/${key}`,
      Bucket: bucket.name,
      Key: key,
      ETag: etag,
      ...(checksum && {
        [`Checksum${checksum.algorithm.toUpperCase()}`]: checksum.value,
        ChecksumType: checksum.type,
      }),
    };
    sendXml(response, s3Document('CompleteMultipartUploadResult', result));
  }

  /** AbortMultipartUpload. */
  async abort(asked: S3Request): Promise<void> {
    await this.#forget(asked.query.get('uploadId') ?? '', this.#find(asked));
    asked.response.writeHead(204).end();
  }

  #find({ query, bucket, key }: S3Request): Upload {
    const upload = this.#uploads.get(query.get('uploadId') ?? '');
    if (upload?.bucket === bucket.name && upload.key === key) return upload;
    throw new S3Error('NoSuchUpload', 404, 'The specified multipart upload does not exist.');
  }

  async #forget(id: string, upload: Upload): Promise<void> {
    this.#uploads.delete(id);
    await Promise.all([...upload.parts.values()].map(({ file }) => rm(file, { force: true })));
  }
}

function pickParts(upload: Upload, xml: string): ReceivedBody[] {
  const listed = [...xml.matchAll(/<Part>(.*?)<\/Part>/gs)].map(([, part = '']) => part);
  const numbers = listed.map((part) => Number(textsOf(part, 'PartNumber')[0]));
  if (listed.length === 0 || listed.some((part) => textsOf(part, 'ETag').length !== 1)) {
    throw new S3Error('MalformedXML', 400, 'expected a PartNumber and an ETag for each part');
  }
  const misplaced = numbers.findIndex((number, at) => number <= (numbers[at - 1] ?? 0));
  if (misplaced >= 0) {
    const message = `part ${numbers[misplaced]} stands after part ${numbers[misplaced - 1]}`;
    throw new S3Error('InvalidPartOrder', 400, message);
  }
  return numbers.map((number, at) => {
    const part = upload.parts.get(number);
    if (!part || !isListed(part, listed[at] ?? '')) {
      throw new S3Error('InvalidPart', 400, `part ${number} was not uploaded as it is listed`);
    }
    if (at < numbers.length - 1 && part.size < SMALLEST_PART) {
      const message = `part ${number} has ${part.size} bytes, expected at least ${SMALLEST_PART}`;
      throw new S3Error('EntityTooSmall', 400, message);
    }
    return part;
  });
}

/** Whether a part has the ETag and, if given, the checksum that the client listed. */
function isListed(part: ReceivedBody, listed: string): boolean {
  const [etag] = textsOf(listed, 'ETag');
  if (etag?.replaceAll('"', '') !== etagOf(part).replaceAll('"', '')) return false;
  const [, name, value] = /<Checksum(\w+)>([^<]*)</.exec(listed) ?? [];
  if (name === undefined) return true;
  return part.checksum?.algorithm === name.toLowerCase() && part.checksum.value === value;
}

async function* concatenate(parts: ReceivedBody[]): AsyncGenerator<Buffer> {
  for (const { file } of parts) yield* createReadStream(file);
}

function etagOf({ md5 }: ReceivedBody): string {
  return `"${md5.toString('hex')}"`;
}
