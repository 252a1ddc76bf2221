import { z } from 'zod';
import { SHARDS } from '../outbox/shards.ts';

const share = z
  .object({ sender: z.int().min(0), senders: z.int().min(1).max(SHARDS) })
  .refine(({ sender, senders }) => sender < senders, 'expected sender to be below senders');

/** The part of the outbox that a sender works on: the shards `s` with `s mod senders = sender`. */
export type Share = z.infer<typeof share>;

/** Parses the workflow's input for one sender. Throws an error that says what is wrong with it. */
export function readShare(event: unknown): Share {
  return share.parse(event);
}
