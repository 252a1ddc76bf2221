import { readArgon2 } from './argon2.ts';
import { readBcrypt } from './bcrypt.ts';
import type { Check } from './check.ts';
import { readDigest } from './digest.ts';
import { MalformedHash } from './malformedHash.ts';
import { readNoop } from './noop.ts';
import { type PasswordRules, USUAL_RULES } from './passwordRules.ts';
import { readPbkdf2Sha1, readPbkdf2Sha256 } from './pbkdf2.ts';
import { readScrypt } from './scrypt.ts';
import { readSha256 } from './sha256.ts';
import type { WeakFormat } from './weakFormats.ts';

/** Reads what follows the format's name in the stored text. Throws MalformedHash. */
type Reader = (stored: string, encoderSecret: string) => Check;

/** The result of reading a stored text. A weak format must be enabled by the deployment. */
export type Hash =
  | { kind: 'checkable'; format: string; isWeak: boolean; check: Check }
  | { kind: 'unknown-format' | 'malformed'; format: string };

// Maps, since objects also have inherited properties such as `constructor`.
const readers = new Map<string, Reader>([
  ['bcrypt', readBcrypt],
  ['pbkdf2', readPbkdf2Sha1],
  ['pbkdf2@SpringSecurity_v5_8', readPbkdf2Sha256],
  ['scrypt', readScrypt],
  ['scrypt@SpringSecurity_v5_8', readScrypt],
  ['argon2', readArgon2],
  ['argon2@SpringSecurity_v5_8', readArgon2],
  ['sha256', readSha256],
]);
const weakReaders = new Map<string, { needs: WeakFormat; read: Reader }>([
  ['noop', { needs: 'noop', read: readNoop }],
  ...(['MD5', 'SHA-1', 'SHA-256'] as const).flatMap((digest) =>
    (['', '@salt+password', '@password+salt'] as const).map(
      (order) => [`${digest}${order}`, { needs: digest, read: readDigest(digest, order) }] as const,
    ),
  ),
]);

/**
 * Reads a hash as Spring Security's DelegatingPasswordEncoder stores it, `{format}hash`, or bare
 * bcrypt. Weak formats are unknown unless they are enabled. The password is later compared as
 * typed: Java did not normalise it, so neither do we.
 */
export function readHash(stored: string, rules: PasswordRules = USUAL_RULES): Hash {
  const { format, hash } = splitFormat(stored);
  const weak = weakReaders.get(format);
  const isWeak = weak !== undefined && rules.weakFormats.has(weak.needs);
  const read = isWeak ? weak.read : readers.get(format);
  if (read === undefined) return { kind: 'unknown-format', format };
  try {
    return { kind: 'checkable', format, isWeak, check: read(hash, rules.encoderSecret) };
  } catch (error) {
    if (error instanceof MalformedHash) return { kind: 'malformed', format };
    throw error;
  }
}

function splitFormat(stored: string): { format: string; hash: string } {
  const delegated = /^\{([^}]*)\}(.*)$/s.exec(stored);
  if (delegated) return { format: delegated[1] ?? '', hash: delegated[2] ?? '' };
  return { format: /^\$2[aby]\$/.test(stored) ? 'bcrypt' : '', hash: stored };
}
