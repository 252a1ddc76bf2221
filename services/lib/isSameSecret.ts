import { timingSafeEqual } from 'node:crypto';

/** Compares two secrets in a time that does not reveal where they differ. */
export function isSameSecret(given: string | undefined, expected: string): boolean {
  const left = Buffer.from(given ?? '');
  const right = Buffer.from(expected);
  return left.length === right.length && timingSafeEqual(left, right);
}
