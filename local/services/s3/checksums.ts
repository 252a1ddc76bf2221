import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { crc32 } from 'node:zlib';
import { Crc32c, Crc64Nvme } from './crc.ts';
import { notEmulated, S3Error } from './s3Error.ts';

export type Algorithm = 'crc32' | 'crc32c' | 'crc64nvme' | 'sha1' | 'sha256';

/** A checksum that the client announced, and, once it is known, its value in base64. */
export interface Checksum {
  algorithm: Algorithm;
  value: string | undefined;
  /** COMPOSITE is that of the checksums of an upload's parts; left out, of the whole object. */
  type?: 'COMPOSITE' | 'FULL_OBJECT';
}

/** A checksum in the making. */
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

/** Begins to compute a checksum. */
export function startChecksum(algorithm: Algorithm): Running {
  return KINDS[algorithm]();
}

/** The algorithm that a header or a trailer names, in whatever case. One that S3 does not have here is refused. */
export function readAlgorithm(name: string): Algorithm {
  const algorithm = name.toLowerCase();
  if (Object.hasOwn(KINDS, algorithm)) return algorithm as Algorithm;
  throw notEmulated(`The checksum algorithm ${algorithm}`);
}

/** Finds the checksum that a put announces, in a header or for the trailer. Null when there is none. */
export function announcedChecksum(headers: IncomingHttpHeaders): Checksum | null {
  const trailer = String(headers['x-amz-trailer'] ?? '').trim();
  const known = ['type', 'mode', 'algorithm'].map((word) => PREFIX + word);
  const header = Object.keys(headers).find((n) => n.startsWith(PREFIX) && !known.includes(n));
  const name = header ?? (trailer.startsWith(PREFIX) ? trailer : undefined);
  if (!name) return null;
  const algorithm = readAlgorithm(name.slice(PREFIX.length));
  return { algorithm, value: header && String(headers[header]) };
}

/** Computes all digests of a body that a put may have to prove, while it passes by. */
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

  /** Ends the computation. `announced` is null when no checksum was. */
  finish() {
    return {
      md5: this.#md5.digest(),
      sha256: this.#sha256.digest(),
      announced: this.#announced?.digest() ?? null,
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
  const value = computed.announced?.toString('base64') ?? '';
  if (checksum.value !== value) {
    throw badDigest(checksum.algorithm.toUpperCase(), String(checksum.value), value);
  }
}

/** The refusal of a body or an upload whose checksum is another. */
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
