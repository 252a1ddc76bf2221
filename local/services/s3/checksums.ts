import { createHash, type Hash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { crc32 } from 'node:zlib';
import { notEmulated, S3Error } from './s3Error.ts';

/** A checksum that the client announced, and, once it is known, its value in base64. */
export interface Checksum {
  algorithm: 'crc32' | 'sha1' | 'sha256';
  value: string | undefined;
}

const PREFIX = 'x-amz-checksum-';

/** Finds the checksum that a put announces, in a header or for the trailer. Null when there is none. */
export function announcedChecksum(headers: IncomingHttpHeaders): Checksum | null {
  const trailer = String(headers['x-amz-trailer'] ?? '').trim();
  const known = ['type', 'mode', 'algorithm'].map((word) => PREFIX + word);
  const header = Object.keys(headers).find((n) => n.startsWith(PREFIX) && !known.includes(n));
  const name = header ?? (trailer.startsWith(PREFIX) ? trailer : undefined);
  if (!name) return null;
  const algorithm = name.slice(PREFIX.length);
  if (algorithm !== 'crc32' && algorithm !== 'sha1' && algorithm !== 'sha256') {
    throw notEmulated(`The checksum algorithm ${algorithm}`);
  }
  return { algorithm, value: header && String(headers[header]) };
}

/** Computes all digests of a body that a put may have to prove, while it passes by. */
export class Digests {
  readonly #md5 = createHash('md5');
  readonly #sha256 = createHash('sha256');
  readonly #sha1: Hash | null;
  #crc32 = 0;
  size = 0;

  constructor(checksum: Checksum | null) {
    this.#sha1 = checksum?.algorithm === 'sha1' ? createHash('sha1') : null;
  }

  update(chunk: Buffer): void {
    this.size += chunk.length;
    this.#md5.update(chunk);
    this.#sha256.update(chunk);
    this.#sha1?.update(chunk);
    this.#crc32 = crc32(chunk, this.#crc32);
  }

  /** Ends the computation. */
  finish() {
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE(this.#crc32);
    return {
      md5: this.#md5.digest(),
      sha256: this.#sha256.digest(),
      sha1: this.#sha1?.digest() ?? Buffer.alloc(0),
      crc32: crc,
    };
  }
}

/** Refuses a body that is not the one the client meant to send. */
export function verifyBody(
  headers: IncomingHttpHeaders,
  checksum: Checksum | null,
  computed: ReturnType<Digests['finish']>,
): void {
  const md5 = headers['content-md5'];
  if (md5 !== undefined && md5 !== computed.md5.toString('base64')) {
    throw badDigest('Content-MD5', String(md5), computed.md5.toString('base64'));
  }
  const sha256 = String(headers['x-amz-content-sha256'] ?? '');
  if (/^[0-9a-f]{64}$/.test(sha256) && sha256 !== computed.sha256.toString('hex')) {
    throw new S3Error(
      'XAmzContentSHA256Mismatch',
      400,
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    );
  }
  if (!checksum) return;
  const value = computed[checksum.algorithm].toString('base64');
  if (checksum.value !== value) {
    throw badDigest(checksum.algorithm.toUpperCase(), String(checksum.value), value);
  }
}

function badDigest(what: string, seen: string, computed: string): S3Error {
  const message = `The ${what} you specified (${seen}) did not match the calculated checksum (${computed}).`;
  return new S3Error('BadDigest', 400, message);
}
