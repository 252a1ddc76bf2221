import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { crc32 } from 'node:zlib';
import { Crc32c, Crc64Nvme } from './crc.ts';
import { notEmulated, S3Error } from './s3Error.ts';

export type Algorithm = 'crc32' | 'crc32c' | 'crc64nvme' | 'sha1' | 'sha256';

/** A checksum announced by the client and, once known, its value in base64. */
export interface Checksum {
  algorithm: Algorithm;
  value: string | undefined;
  /**
   * COMPOSITE is computed from the checksums of an upload's parts; if omitted, the checksum is of
   * the whole object.
   */
  type?: 'COMPOSITE' | 'FULL_OBJECT';
}

/** A checksum being computed. */
interface Running {
  update(bytes: Buffer): void;
  digest(): Buffer;
}

const PREFIX = 'x-amz-checksum-';

const KINDS: { readonly [algorithm in Algorithm]: () => Running } = {
  crc32: () => new Crc32(),
  crc32c: () => new Crc32c(),
  crc64nvme: () => new Crc64Nvme(),
  sha1: () => new Hashed('sha1'),
  sha256: () => new Hashed('sha256'),
};

/** Starts computing a checksum. */
export function startChecksum(algorithm: Algorithm): Running {
  return KINDS[algorithm]();
}

/**
 * Returns the algorithm named by a header or trailer in any letter case. Throws for one that is not
 * supported here.
 */
export function readAlgorithm(name: string): Algorithm {
  const algorithm = name.toLowerCase();
  if (Object.hasOwn(KINDS, algorithm)) return algorithm as Algorithm;
  throw notEmulated(`The checksum algorithm ${algorithm}`);
}

/**
 * Returns the checksum that a put announces in a header or for the trailer; null if there is none.
 */
export function announcedChecksum(headers: IncomingHttpHeaders): Checksum | null {
  const trailer = String(headers['x-amz-trailer'] ?? '').trim();
  const known = ['type', 'mode', 'algorithm'].map((word) => PREFIX + word);
  const header = Object.keys(headers).find((n) => n.startsWith(PREFIX) && !known.includes(n));
  const name = header ?? (trailer.startsWith(PREFIX) ? trailer : undefined);
  if (!name) return null;
  const algorithm = readAlgorithm(name.slice(PREFIX.length));
  return { algorithm, value: header && String(headers[header]) };
}

/** Computes, while a body streams through, all digests that a put may have to verify. */
export class Digests {
  readonly #md5 = createHash('md5');
  readonly #sha256 = createHash('sha256');
  readonly #announced: Running | null;
  size = 0;

  constructor(checksum: Checksum | null) {
    this.#announced = checksum && startChecksum(checksum.algorithm);
  }

  update(chunk: Buffer): void {
    this.size += chunk.length;
    this.#md5.update(chunk);
    this.#sha256.update(chunk);
    this.#announced?.update(chunk);
  }

  /** Finishes the computation. `announced` is null if no checksum was announced. */
  finish() {
    return {
      md5: this.#md5.digest(),
      sha256: this.#sha256.digest(),
      announced: this.#announced?.digest() ?? null,
    };
  }
}

/** Throws if the body is not the one the client meant to send. */
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
  const value = computed.announced?.toString('base64') ?? '';
  if (checksum.value !== value) {
    throw badDigest(checksum.algorithm.toUpperCase(), String(checksum.value), value);
  }
}

/** The error for a body or upload with the wrong checksum. */
export function badDigest(what: string, seen: string, computed: string): S3Error {
  const message = `The ${what} you specified (${seen}) did not match the calculated checksum (${computed}).`;
  return new S3Error('BadDigest', 400, message);
}

class Crc32 implements Running {
  #crc = 0;

  update(bytes: Buffer): void {
    this.#crc = crc32(bytes, this.#crc);
  }

  digest(): Buffer {
    const out = Buffer.alloc(4);
    out.writeUInt32BE(this.#crc);
    return out;
  }
}

class Hashed implements Running {
  readonly #hash;

  constructor(name: string) {
    this.#hash = createHash(name);
  }

  update(bytes: Buffer): void {
    this.#hash.update(bytes);
  }

  digest(): Buffer {
    return this.#hash.digest();
  }
}
