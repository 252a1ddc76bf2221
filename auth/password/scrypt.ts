import { scrypt, timingSafeEqual } from 'node:crypto';

// Room for cost 65,536 with block size 8 (64 MiB), and no more: a hash must not choose our memory.
const MAX_MEMORY = 160 * 1024 * 1024;
// Spring writes 32 or 64; an empty hash would equal that of any password.
const LEAST_HASH_BYTES = 16;

/**
 * SCryptPasswordEncoder: `$params$salt$hash`, where params is hexadecimal, log2 of the cost in the
 * upper 16 bits, then block size and parallelism in a byte each; salt and hash are Base64.
 */
export async function verifyScrypt(password: string, stored: string): Promise<boolean> {
  const parts = /^\$([0-9a-f]+)\$([A-Za-z0-9+/=]+)\$([A-Za-z0-9+/=]+)$/.exec(stored);
  if (!parts) throw new Error('not an scrypt hash');
  const params = Number.parseInt(parts[1] ?? '', 16);
  const salt = Buffer.from(parts[2] ?? '', 'base64');
  const hash = Buffer.from(parts[3] ?? '', 'base64');
  if (hash.length < LEAST_HASH_BYTES) throw new Error('not an scrypt hash');
  const options = {
    N: 2 ** (params >> 16),
    r: (params >> 8) & 0xff,
    p: params & 0xff,
    maxmem: MAX_MEMORY,
  };
  const derived = await new Promise<Buffer>((resolve, reject) =>
    scrypt(password, salt, hash.length, options, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
  return timingSafeEqual(derived, hash);
}
