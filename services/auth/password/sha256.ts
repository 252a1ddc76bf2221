import { createHash, timingSafeEqual } from 'node:crypto';
import type { Check } from './check.ts';
import { MalformedHash } from './malformedHash.ts';

const SALT_BYTES = 8;
const ROUNDS = 1024;

/**
 * StandardPasswordEncoder: hex of an 8-byte salt and of SHA-256 over salt, encoder secret and
 * password, iterated 1,024 times.
 */
export function readSha256(stored: string, encoderSecret: string): Check {
  if (!/^[0-9a-f]{80}$/i.test(stored)) {
    throw new MalformedHash('not a StandardPasswordEncoder hash');
  }
  const bytes = Buffer.from(stored, 'hex');
  return async (password) => {
    const text = Buffer.from(encoderSecret + password, 'utf8');
    let value = Buffer.concat([bytes.subarray(0, SALT_BYTES), text]);
    for (let round = 0; round < ROUNDS; round += 1)
      value = createHash('sha256').update(value).digest();
    return timingSafeEqual(value, bytes.subarray(SALT_BYTES));
  };
}
