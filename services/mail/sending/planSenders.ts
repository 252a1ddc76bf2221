import { SHARDS } from '../outbox/shards.ts';
import type { Share } from './share.ts';

// Per second: a sender sends one mail after the other, in about a quarter of a second each.
const MAILS_PER_SENDER = 4;

/**
 * Returns the senders needed for a rate: 4 for 14 mails per second. The 16 senders that the shards
 * allow reach about 64 per second; a higher rate is not used up.
 */
export function planSenders(mailsPerSecond: number): Share[] {
  const wished = 2 ** Math.ceil(Math.log2(mailsPerSecond / MAILS_PER_SENDER));
  const senders = Math.min(SHARDS, Math.max(1, wished));
  return Array.from({ length: senders }, (_, sender) => ({ sender, senders }));
}
