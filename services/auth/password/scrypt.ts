import { scrypt, timingSafeEqual } from 'node:crypto';
import type { Check } from './check.ts';
import { MalformedHash } from './malformedHash.ts';
import { readBase64 } from './readBase64.ts';

const FORM = /^\$([0-9a-f]{1,8})\$([A-Za-z0-9+/]+={0,2})\$([A-Za-z0-9+/]+={0,2})$/i;
// Twice the memory of Spring's current 65,536 and 8 (64 MiB), and four times its work: a stored
// hash must not decide how much work we do.
const MOST = { blocks: 2 ** 20, work: 2 ** 21, bytes: 160 * 1024 * 1024 };
// Spring writes 32 or 64 bytes; an empty hash would match any password.
const HASH_BYTES = { least: 16, most: 128 };

/**
 * SCryptPasswordEncoder: `$params$salt$hash`. `params` is hexadecimal: log2 of the cost in the
 * upper 16 bits, then block size and parallelism, one byte each; salt and hash are Base64.
 */
export function readScrypt(stored: string): Check {
  const [, hex = '', saltText = '', hashText = ''] = FORM.exec(stored) ?? [];
  const params = Number.parseInt(hex, 16);
  const [N, r, p] = [2 ** (params >>> 16), (params >>> 8) & 0xff, params & 0xff];
  const salt = readBase64(saltText);
  const hash = readBase64(hashText);
  const isBounded = N > 1 && r > 0 && p > 0 && N * r <= MOST.blocks && N * r * p <= MOST.work;
  if (!isBounded || hash.length < HASH_BYTES.least || hash.length > HASH_BYTES.most) {
    throw new MalformedHash('not an scrypt hash');
  }
  const options = { N, r, p, maxmem: MOST.bytes };
  return async (password) => {
    const derived = await new Promise<Buffer>((resolve, reject) =>
      scrypt(password, salt, hash.length, options, (error, key) =>
        error ? reject(error) : resolve(key),
      ),
    );
    return timingSafeEqual(derived, hash);
  };
}
