import type { Database } from '../../../db/database.ts';

/**
 * Returns the seq up to which the fan-out has read the log, and makes the fan-out wait until the transaction ends.
 * Must come before a transaction touches subscriptions, in the order of the fan-out itself, so that the two cannot
 * deadlock.
 */
export async function holdFanOut(transaction: Database): Promise<number> {
  const [cursor] = await transaction.query<{ last_seq: number }>(
    'select last_seq from mail_cursor where id = 1 for update',
  );
  if (cursor === undefined) throw new Error('mail_cursor has no row, expected id 1');
  return cursor.last_seq;
}
