import type { Database } from '../../db/database.ts';

/** A run that is being merged. */
export interface MergingRun {
  id: string;
  profile: string;
  records: number;
  /** After how many full files a book that they leave out is unconfirmed; null: not a full file. */
  unconfirmedAfter: number | null;
  now: Date;
}

/** Merges wait for each other here, before the first read fixes what a transaction sees. */
export async function waitForOtherMerges(transaction: Database): Promise<void> {
  await transaction.query('select id from ingest_merge_lock where id = 1 for update');
}
