import type { Database } from '../../../db/database.ts';
import { type Account, takeAccount } from './account.ts';
import { markUnconfirmed } from './markUnconfirmed.ts';
import { mergePartialRows } from './mergePartialRows.ts';
import { mergeWholeRows } from './mergeWholeRows.ts';
import { resolveTargets } from './resolveTargets.ts';
import type { MergingRun } from './run.ts';
import { settleEchoes } from './settleEchoes.ts';
import { supersedeRows } from './supersedeRows.ts';
import { yieldToKnown } from './yieldToKnown.ts';

/**
 * Applies the staged rows to the book table, and stores each row's outcome and event in the stage.
 * Throws `IngestAccountMismatch` if a record is unaccounted for.
 */
export async function applyRows(database: Database, run: MergingRun): Promise<Account> {
  await supersedeRows(database, run.id, 'record_key');
  await resolveTargets(database, run);
  await supersedeRows(database, run.id, 'target_id');
  await yieldToKnown(database, run);
  await settleEchoes(database, run);
  await mergeWholeRows(database, run);
  await mergePartialRows(database, run);
  await markUnconfirmed(database, run);
  return takeAccount(database, run);
}
