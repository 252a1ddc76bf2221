import { createHash, timingSafeEqual } from 'node:crypto';

const SALT_BYTES = 8;
const ROUNDS = 1024;

/** StandardPasswordEncoder: hex of an 8-byte salt and SHA-256 of salt and password, 1,024 times. */
export async function verifySha256(password: string, stored: string): Promise<boolean> {
  if (!/^[0-9a-f]{80}$/.test(stored)) throw new Error('not a StandardPasswordEncoder hash');
  const bytes = Buffer.from(stored, 'hex');
  let value = Buffer.concat([bytes.subarray(0, SALT_BYTES), Buffer.from(password, 'utf8')]);
  for (let round = 0; round < ROUNDS; round += 1)
    value = createHash('sha256').update(value).digest();
  return timingSafeEqual(value, bytes.subarray(SALT_BYTES));
}
