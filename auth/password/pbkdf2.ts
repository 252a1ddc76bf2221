import { pbkdf2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(pbkdf2);
const HASH_BYTES = 32;

/** Pbkdf2PasswordEncoder before Spring Security 5.8: hex of an 8-byte salt and the hash. */
export function verifyPbkdf2Sha1(password: string, stored: string): Promise<boolean> {
  return verify(password, stored, { saltBytes: 8, iterations: 185_000, digest: 'sha1' });
}

/** Pbkdf2PasswordEncoder since Spring Security 5.8: hex of a 16-byte salt and the hash. */
export function verifyPbkdf2Sha256(password: string, stored: string): Promise<boolean> {
  return verify(password, stored, { saltBytes: 16, iterations: 310_000, digest: 'sha256' });
}

async function verify(
  password: string,
  stored: string,
  { saltBytes, iterations, digest }: { saltBytes: number; iterations: number; digest: string },
): Promise<boolean> {
  const bytes = Buffer.from(stored, 'hex');
  if (bytes.length !== saltBytes + HASH_BYTES || stored.length !== bytes.length * 2) {
    throw new Error('not a PBKDF2 hash of this generation');
  }
  const salt = bytes.subarray(0, saltBytes);
  const derived = await derive(password, salt, iterations, HASH_BYTES, digest);
  return timingSafeEqual(derived, bytes.subarray(saltBytes));
}
