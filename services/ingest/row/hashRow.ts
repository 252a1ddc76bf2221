import { hash } from 'node:crypto';

/**
 * Returns a function that hashes a record by its text and everything that determines how it is
 * parsed: records with equal hashes have equal content. 22 characters, 128 bits of SHA-256.
 *
 * @param reading the program and the profile that read the file, and its header
 */
export function createRowHash(reading: readonly (string | null)[]): (raw: string) => string {
  const salt = hash('sha256', JSON.stringify(reading), 'base64url');
  return (raw) => hash('sha256', `${salt}${raw}`, 'base64url').slice(0, 22);
}
