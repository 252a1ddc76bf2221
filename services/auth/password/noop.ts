import { createHash, timingSafeEqual } from 'node:crypto';
import type { Check } from './check.ts';
import { MalformedHash } from './malformedHash.ts';

/** NoOpPasswordEncoder: the password itself. None stored lets nobody in. */
export function readNoop(stored: string): Check {
  if (stored === '') throw new MalformedHash('no password is stored');
  // Digests are of one length, so that the time does not tell where two texts differ.
  const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest();
  return async (password) => timingSafeEqual(digest(password), digest(stored));
}
