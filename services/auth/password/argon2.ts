import { type Argon2Algorithm, argon2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Check } from './check.ts';
import { MalformedHash } from './malformedHash.ts';
import { readBase64 } from './readBase64.ts';

const derive = promisify(argon2);
const FORM =
  /^\$(argon2id|argon2i|argon2d)\$v=19\$m=(\d{1,6}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;
// Memory in KiB: eight times Spring's current 16,384 in 2 passes, and 32 times its work.
const MOST = { memory: 2 ** 17, work: 2 ** 20, lanes: 16 };
// Node accepts no salt shorter than 8 bytes; an empty hash would match any password.
const LEAST_SALT_BYTES = 8;
const HASH_BYTES = { least: 16, most: 128 };

/**
 * Argon2PasswordEncoder: `$argon2id$v=19$m=KIB,t=PASSES,p=LANES$salt$hash`, or argon2i or argon2d;
 * salt and hash are Base64 without padding (RFC 9106, in the encoding of its reference
 * implementation).
 */
export function readArgon2(stored: string): Check {
  const [, algorithm, m, t, p, saltText = '', hashText = ''] = FORM.exec(stored) ?? [];
  const [memory, passes, parallelism] = [Number(m), Number(t), Number(p)];
  const nonce = readBase64(saltText);
  const hash = readBase64(hashText);
  const isBounded =
    memory >= 8 * parallelism &&
    memory <= MOST.memory &&
    passes >= 1 &&
    memory * passes <= MOST.work &&
    parallelism >= 1 &&
    parallelism <= MOST.lanes;
  const isWhole =
    nonce.length >= LEAST_SALT_BYTES &&
    hash.length >= HASH_BYTES.least &&
    hash.length <= HASH_BYTES.most;
  if (!isBounded || !isWhole) throw new MalformedHash('not an Argon2 hash');
  const cost = { memory, passes, parallelism, tagLength: hash.length };
  return async (message) =>
    // The pattern allows only these three.
    timingSafeEqual(await derive(algorithm as Argon2Algorithm, { message, nonce, ...cost }), hash);
}
