import { createHash } from 'node:crypto';

/**
 * Returns the key of an address in `suppression`: SHA-256 of its lower-case form, as 64 hex digits.
 */
export function hashAddress(address: string): string {
  return createHash('sha256').update(address.trim().toLowerCase()).digest('hex');
}
