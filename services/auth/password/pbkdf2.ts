import { pbkdf2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Check } from './check.ts';
import { MalformedHash } from './malformedHash.ts';

const derive = promisify(pbkdf2);
const HASH_BYTES = 32;

interface Generation {
  saltBytes: number;
  iterations: number;
  digest: string;
}

/** Pbkdf2PasswordEncoder before Spring Security 5.8: hex of an 8-byte salt and the hash. */
export function readPbkdf2Sha1(stored: string, encoderSecret: string): Check {
  return read(stored, encoderSecret, { saltBytes: 8, iterations: 185_000, digest: 'sha1' });
}

/** Pbkdf2PasswordEncoder since Spring Security 5.8: hex of a 16-byte salt and the hash. */
export function readPbkdf2Sha256(stored: string, encoderSecret: string): Check {
  return read(stored, encoderSecret, { saltBytes: 16, iterations: 310_000, digest: 'sha256' });
}

function read(
  stored: string,
  encoderSecret: string,
  { saltBytes, iterations, digest }: Generation,
): Check {
  const bytes = Buffer.from(stored, 'hex');
  if (bytes.length !== saltBytes + HASH_BYTES || stored.length !== bytes.length * 2) {
    throw new MalformedHash('not a PBKDF2 hash of this generation');
  }
  // Spring appends the secret to the salt and does not store it.
  const salt = Buffer.concat([bytes.subarray(0, saltBytes), Buffer.from(encoderSecret)]);
  const hash = bytes.subarray(saltBytes);
  return async (password) =>
    timingSafeEqual(await derive(password, salt, iterations, HASH_BYTES, digest), hash);
}
