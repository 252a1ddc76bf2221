import { createHash, timingSafeEqual } from 'node:crypto';
import type { Check } from './check.ts';
import { MalformedHash } from './malformedHash.ts';

/** NoOpPasswordEncoder: the password itself. An empty one admits nobody. */
export function readNoop(stored: string): Check {
  if (stored === '') throw new MalformedHash('no password is stored');
  // Digests have equal lengths, so timing does not reveal where two texts differ.
  const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest();
  return async (password) => timingSafeEqual(digest(password), digest(stored));
}
