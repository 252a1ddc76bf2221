import type { IncomingHttpHeaders } from 'node:http';
import {
  type Algorithm,
  badDigest,
  type Checksum,
  readAlgorithm,
  startChecksum,
} from './checksums.ts';
import type { ReceivedBody } from './receiveBody.ts';
import { S3Error } from './s3Error.ts';

/** The checksum of a multipart upload. */
export interface UploadChecksum {
  algorithm: Algorithm;
  type: 'COMPOSITE' | 'FULL_OBJECT';
}

/**
 * Reads the checksum settings of CreateMultipartUpload ("Checking object integrity in Amazon S3",
 * multipart uploads). Returns null if there are none.
 */
export function readUploadChecksum(headers: IncomingHttpHeaders): UploadChecksum | null {
  const name = headers['x-amz-checksum-algorithm'];
  if (name === undefined) return null;
  const algorithm = readAlgorithm(String(name));
  const only = algorithm === 'crc64nvme' ? 'FULL_OBJECT' : undefined;
  const type = String(headers['x-amz-checksum-type'] ?? only ?? 'COMPOSITE');
  const allowed = only
    ? [only]
    : /^sha/.test(algorithm)
      ? ['COMPOSITE']
      : ['COMPOSITE', 'FULL_OBJECT'];
  if (!allowed.includes(type)) {
    const message = `The ${type} checksum type cannot be used with the ${algorithm} checksum algorithm.`;
    throw new S3Error('InvalidRequest', 400, message);
  }
  return { algorithm, type: type as UploadChecksum['type'] };
}

/**
 * Returns the checksum of the finished upload. `whole` reads its bytes again for a checksum of the
 * whole object.
 */
export async function computeUploadChecksum(
  { algorithm, type }: UploadChecksum,
  parts: ReceivedBody[],
  whole: () => AsyncIterable<Buffer>,
): Promise<Checksum> {
  const running = startChecksum(algorithm);
  if (type === 'FULL_OBJECT') {
    for await (const chunk of whole()) running.update(chunk);
    return { algorithm, type, value: running.digest().toString('base64') };
  }
  for (const { checksum } of parts) {
    if (checksum?.algorithm !== algorithm || checksum.value === undefined) {
      const message = `The upload was created with the ${algorithm} checksum, and a part has none of it.`;
      throw new S3Error('InvalidRequest', 400, message);
    }
    running.update(Buffer.from(checksum.value, 'base64'));
  }
  return { algorithm, type, value: `${running.digest().toString('base64')}-${parts.length}` };
}

/** Throws if an upload's checksum differs from the one that the client states on completion. */
export function verifyUpload(headers: IncomingHttpHeaders, checksum: Checksum | null): void {
  const expected = Object.entries(headers).find(([name]) =>
    /^x-amz-checksum-(?!algorithm|type|mode)/.test(name),
  );
  if (!expected) return;
  const algorithm = readAlgorithm(expected[0].slice('x-amz-checksum-'.length));
  if (checksum?.algorithm !== algorithm) {
    const message = `The upload has no ${algorithm} checksum: none was asked for when it was created.`;
    throw new S3Error('InvalidRequest', 400, message);
  }
  const [seen] = String(expected[1]).split('-');
  const [computed] = String(checksum.value).split('-');
  if (seen !== computed) throw badDigest(algorithm.toUpperCase(), String(seen), String(computed));
}
