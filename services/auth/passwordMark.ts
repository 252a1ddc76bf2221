import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Tells whether the shop's stored hash is still the one of the sign-in, without keeping the hash.
 */
export interface PasswordMarks {
  /** HMAC-SHA-256 of a stored hash, in hexadecimal. */
  of(passwordHash: string): string;
  matches(mark: string, passwordHash: string): boolean;
}

/** Marks keyed by `secret`. */
export function passwordMarks(secret: string): PasswordMarks {
  const of = (passwordHash: string) =>
    createHmac('sha256', secret).update(passwordHash).digest('hex');
  return {
    of,
    matches: (mark, passwordHash) => {
      const [left, right] = [Buffer.from(of(passwordHash)), Buffer.from(mark)];
      return left.length === right.length && timingSafeEqual(left, right);
    },
  };
}

/** A derived key, so that a mark cannot be compared with anything else keyed by the secret. */
export function markSecret(originSecret: string): string {
  return createHmac('sha256', originSecret).update('password-mark').digest('hex');
}
