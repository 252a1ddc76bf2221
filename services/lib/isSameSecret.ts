import { timingSafeEqual } from 'node:crypto';

/** Whether two secrets are equal, in a time that does not tell where they differ. */
export function isSameSecret(given: string | undefined, expected: string): boolean {
  const left = Buffer.from(given ?? '');
  const right = Buffer.from(expected);
  return left.length === right.length && timingSafeEqual(left, right);
}
