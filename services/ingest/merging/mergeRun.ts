import type { Database } from '../../../db/database.ts';
import { dropStage } from '../stage/dropStage.ts';
import type { Account } from './account.ts';
import { applyRows } from './applyRows.ts';
import { checkKnown } from './checkKnown.ts';
import { IngestRunHeld, IngestRunNotFound, IngestRunNotMergeable } from './errors.ts';
import { indexBooks } from './indexBooks.ts';
import { linkContributors } from './linkContributors.ts';
import { linkSeries } from './linkSeries.ts';
import { noteCounts } from './noteCounts.ts';
import { remindBackfill } from './remindBackfill.ts';
import { lockRun, type MergingRun } from './run.ts';
import { settleRepeat } from './settleRepeat.ts';
import { subscribeByStanding } from './subscribeByStanding.ts';
import { writeEvents } from './writeEvents.ts';

/** The run to merge, and who approved it if it was held. */
export interface MergeOrder {
  runId: string;
  approvedBy?: string;
}

/** The result of a merge. */
export interface MergeReport extends Account {
  runId: string;
  events: number;
}

/**
 * Merges a staged run into the book table and the log in one transaction. Returns the recorded
 * numbers of a run that is already merged. Throws `IngestRunNotFound`, `IngestRunHeld`,
 * `IngestRunNotMergeable`, `IngestRunOvertaken` and `IngestAccountMismatch`, in which case nothing
 * has changed.
 */
export async function mergeRun(
  database: Database,
  order: MergeOrder,
  now: Date,
): Promise<MergeReport> {
  await database.transaction(async (transaction) => {
    const { run, state } = await lockRun(transaction, order.runId, now);
    if (state === 'MERGED') return;
    refuseUndecided(order, state);
    await noteApproval(transaction, order, now);
    // Two runs of the same file may both have passed the guard.
    if (await settleRepeat(transaction, order.runId)) return;
    await merge(transaction, run);
  });
  await dropStage(database, order.runId);
  return report(database, order.runId);
}

function refuseUndecided({ runId, approvedBy }: MergeOrder, state: string): void {
  if (state === 'HELD' && approvedBy === undefined) {
    throw new IngestRunHeld(`Run ${runId} is held; expected an approval`);
  }
  if (state === 'STAGED' && approvedBy !== undefined) {
    throw new IngestRunNotMergeable(
      `Run ${runId} is STAGED; only a HELD run can be approved, the guard decides on this one`,
    );
  }
  if (state !== 'STAGED' && state !== 'HELD') {
    throw new IngestRunNotMergeable(
      `Run ${runId} is ${state}; expected STAGED, or HELD and approved`,
    );
  }
}

/** Records who approved a held run, whatever the result of its merge. */
async function noteApproval(
  database: Database,
  { runId, approvedBy }: MergeOrder,
  now: Date,
): Promise<void> {
  if (approvedBy === undefined) return;
  await database.execute(
    'update ingest_run set approved_by = :by, approved_at = :now where id = :run',
    { run: runId, by: approvedBy.slice(0, 64), now },
  );
}

async function merge(database: Database, run: MergingRun): Promise<void> {
  if (run.isOvertaken) await checkKnown(database, run);
  const account = await applyRows(database, run);
  await indexBooks(database, run);
  await linkContributors(database, run);
  await linkSeries(database, run);
  await noteCounts(database, run);
  await subscribeByStanding(database, run);
  await remindBackfill(database, run);
  await closeRun(database, run, account);
  await database.execute('update ingest_merge_lock set run_id = :run where id = 1', {
    run: run.id,
  });
  await writeEvents(database, run);
}

async function closeRun(database: Database, run: MergingRun, account: Account): Promise<void> {
  await database.execute(
    `update ingest_run
     set state = 'MERGED', created_count = :created, changed_count = :changed,
       unchanged_count = :unchanged, held_count = :held, rejected_count = :rejected,
       finished_at = utc_timestamp(6)
     where id = :run`,
    {
      run: run.id,
      created: account.created,
      changed: account.changed,
      unchanged: account.unchanged,
      held: account.held,
      rejected: account.rejected,
    },
  );
}

async function report(database: Database, runId: string): Promise<MergeReport> {
  const [account] = await database.query<Account & { [column: string]: number }>(
    `select record_count as records, created_count as created, changed_count as changed,
       unchanged_count as unchanged, held_count as held, rejected_count as rejected
     from ingest_run where id = :run`,
    { run: runId },
  );
  if (!account) throw new IngestRunNotFound(`Ingest run ${runId} not found`);
  const [log] = await database.query<{ events: number }>(
    'select count(*) as events from book_event where run_id = :run',
    { run: runId },
  );
  return { runId, ...account, events: log?.events ?? 0 };
}
