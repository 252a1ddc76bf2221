import { SHARDS } from '../outbox/shards.ts';
import type { Share } from './share.ts';

// A sender sends one mail after the other, in about a quarter of a second each.
const MAILS_PER_SENDER = 4;

/**
 * The senders that a rate keeps busy: 4 for 14 mails a second. The 16 that the shards allow carry about
 * 64 a second; a higher rate is not reached.
 */
export function planSenders(mailsPerSecond: number): Share[] {
  const wished = 2 ** Math.ceil(Math.log2(mailsPerSecond / MAILS_PER_SENDER));
  const senders = Math.min(SHARDS, Math.max(1, wished));
  return Array.from({ length: senders }, (_, sender) => ({ sender, senders }));
}
