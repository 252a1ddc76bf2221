import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PasswordRules } from '../../../../../services/auth/password/passwordRules.ts';
import { beyond72Bytes, passwords } from './passwords.ts';
import { referenceHashes, testedHashes } from './publishedHashes.ts';

/** A text as the shop stores it, with matching and other passwords. */
export interface StoredPassword {
  name: string;
  stored: string;
  right: string[];
  wrong: string[];
}

/** All formats are enabled. */
export const everyFormat: PasswordRules = {
  weakFormats: new Set(['noop', 'MD5', 'SHA-1', 'SHA-256']),
  encoderSecret: '',
};

/**
 * Computed in Java in Spring's formats: OpenJDK 17 for PBKDF2 and the digests and Bouncy Castle
 * 1.80 for scrypt and Argon2, as Spring Security itself does, and Bouncy Castle for bcrypt. By
 * format, in the order of `passwords`.
 */
const javaHashes: { [format: string]: string[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'javaHashes.json'), 'utf8'),
);

/**
 * Everything that the bar checks: Spring's published hashes, and each format with each password.
 */
export const storedPasswords: StoredPassword[] = [
  ...referenceHashes,
  ...testedHashes,
  ...Object.entries(javaHashes).flatMap(([format, hashes]) =>
    hashes.map((stored, index) => toStored(format, stored, index)),
  ),
  ...passwords.map(({ name, right, wrong }) => ({
    name: `noop, ${name}`,
    stored: `{noop}${right}`,
    right: right === '' ? [] : [right],
    wrong: [wrong],
  })),
];

function toStored(format: string, stored: string, index: number): StoredPassword {
  const { name = '', right = '', wrong = '' } = passwords[index] ?? {};
  const alike = right === beyond72Bytes.right ? beyond72Bytes.alike : [];
  const isBcrypt = format.endsWith('bcrypt');
  return {
    name: `${format}, ${name}`,
    stored,
    right: isBcrypt ? [right, ...alike] : [right],
    wrong: isBcrypt ? [wrong] : [wrong, ...alike],
  };
}

/** Returns which of the nine formats a stored text has. */
export function formOf(stored: string): string {
  const [, format = 'bare bcrypt'] = /^\{([^}]*)\}/.exec(stored) ?? [];
  if (/^(MD5|SHA-)/.test(format)) return 'digest';
  return /^(scrypt|argon2)@/.test(format) ? (format.split('@')[0] ?? '') : format;
}
