import { createHash, timingSafeEqual } from 'node:crypto';
import type { Check } from './check.ts';
import { MalformedHash } from './malformedHash.ts';

const BYTES = { MD5: 16, 'SHA-1': 20, 'SHA-256': 32 } as const;

/** Spring's own order, or one that a shop's view can name. */
type Order = '' | '@salt+password' | '@password+salt';

/**
 * One pass of a digest, in hex. In Spring's order (MessageDigestPasswordEncoder) it is `{salt}hex`,
 * of the password and `{salt}` with its braces, or `hex` alone. The two orders of ours are
 * `salt$hex`, for a shop with the salt in a separate column. Salts are text.
 */
export function readDigest(name: keyof typeof BYTES, order: Order): (stored: string) => Check {
  return (stored) => {
    const form = order === '' ? /^(\{[^}]*\})?([0-9a-f]+)$/i : /^(.*)\$([0-9a-f]+)$/is;
    const [, salt = '', hex = ''] = form.exec(stored) ?? [];
    const hash = Buffer.from(hex, 'hex');
    if (hash.length !== BYTES[name] || hex.length !== 2 * hash.length) {
      throw new MalformedHash(`not a ${name} digest`);
    }
    return async (password) => {
      const text = order === '@salt+password' ? salt + password : password + salt;
      return timingSafeEqual(createHash(name).update(text, 'utf8').digest(), hash);
    };
  };
}
