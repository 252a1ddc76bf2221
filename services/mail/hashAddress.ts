import { createHash } from 'node:crypto';

/** By what `suppression` knows an address: SHA-256 of it in lower case, as 64 hex digits. */
export function hashAddress(address: string): string {
  return createHash('sha256').update(address.trim().toLowerCase()).digest('hex');
}
