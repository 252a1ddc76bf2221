import type { Database } from '../db/database.ts';

/** A share of the outbox in the hand of one sender. */
export interface HeldShare {
  /** Leaves it to the next sender. */
  leave(): Promise<void>;
}

export interface HoldPorts {
  database: Database;
  clock: () => Date;
  ids: () => string;
}

const TAKE = `
  update mail_sender set token = :token, until_at = :until
  where sender = :sender and until_at <= :now`;

const HOLDER = `select token from mail_sender where sender = :sender`;

const LEAVE = `update mail_sender set until_at = :now where sender = :sender and token = :token`;

/**
 * Takes a share for so many milliseconds, or gives null when another sender has it. Two senders on
 * one share would do no harm to mails, since each is claimed; they would only crowd.
 */
export async function holdShare(
  { database, clock, ids }: HoldPorts,
  sender: number,
  milliseconds: number,
): Promise<HeldShare | null> {
  const token = ids();
  const now = clock();
  const until = new Date(now.getTime() + milliseconds);
  await database.execute(TAKE, { sender, token, now, until });
  // Asked for, not counted: when the answer is lost, the client asks again and is told that nothing
  // was changed.
  const [holder] = await database.query<{ token: string }>(HOLDER, { sender });
  if (holder?.token !== token) return null;
  return {
    async leave() {
      await database.execute(LEAVE, { sender, token, now: clock() });
    },
  };
}
