import { verifyBcrypt } from './bcrypt.ts';
import { verifyPbkdf2Sha1, verifyPbkdf2Sha256 } from './pbkdf2.ts';
import { verifyScrypt } from './scrypt.ts';
import { verifySha256 } from './sha256.ts';

/** Checks a password against what follows the format's name in the stored text. */
export type Verifier = (password: string, stored: string) => Promise<boolean>;

/** What a check came to. An unknown format and a malformed hash deny, and say so for the count. */
export type Verdict = 'right' | 'wrong' | 'unknown-format' | 'malformed';

// A map, since an object also has what every object has, such as `constructor`.
const verifiers = new Map<string, Verifier>([
  ['bcrypt', verifyBcrypt],
  ['pbkdf2', verifyPbkdf2Sha1],
  ['pbkdf2@SpringSecurity_v5_8', verifyPbkdf2Sha256],
  ['scrypt', verifyScrypt],
  ['scrypt@SpringSecurity_v5_8', verifyScrypt],
  ['sha256', verifySha256],
]);

/**
 * Checks a password against a hash as Spring Security's DelegatingPasswordEncoder stores it,
 * `{format}hash`, or against bare bcrypt. The password is taken as typed: Java did not normalise
 * it, so neither do we.
 */
export async function verifyPassword(password: string, stored: string): Promise<Verdict> {
  const { format, hash } = splitFormat(stored);
  const verifier = verifiers.get(format);
  if (verifier === undefined) return 'unknown-format';
  try {
    return (await verifier(password, hash)) ? 'right' : 'wrong';
  } catch {
    return 'malformed';
  }
}

function splitFormat(stored: string): { format: string; hash: string } {
  const delegated = /^\{([^}]*)\}(.*)$/s.exec(stored);
  if (delegated) return { format: delegated[1] ?? '', hash: delegated[2] ?? '' };
  return { format: /^\$2[aby]\$/.test(stored) ? 'bcrypt' : '', hash: stored };
}
