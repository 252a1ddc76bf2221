import { hash } from 'node:crypto';

/**
 * A function that names a record by its text and by all that decides how it is read: two records of
 * one name say the same. 22 characters, 128 bits of SHA-256.
 *
 * @param reading the program and the profile that read the file, and its header
 */
export function createRowHash(reading: readonly (string | null)[]): (raw: string) => string {
  const salt = hash('sha256', JSON.stringify(reading), 'base64url');
  return (raw) => hash('sha256', `${salt}${raw}`, 'base64url').slice(0, 22);
}
