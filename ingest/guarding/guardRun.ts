import type { Database } from '../../db/database.ts';
import { IngestRunNotFound, IngestRunNotMergeable } from '../merging/errors.ts';
import { settleRepeat } from '../merging/settleRepeat.ts';
import { findAlarm } from './findAlarm.ts';
import { readCatalogueFigures, readFullFileFigures } from './readFigures.ts';

/** What is to happen with a run, and why when it is not merged. */
export interface GuardDecision {
  runId: string;
  decision: 'MERGE' | 'HOLD' | 'REFUSE';
  reason: string | null;
}

interface RunRow {
  [column: string]: string | number | null;
  state: string;
  profile: string;
  unconfirmed_after: number | null;
  record_count: number;
  rejected_count: number;
  reason: string | null;
  has_header: number;
}

/**
 * Decides on a run that has been read, and records a hold on it. Asked again it gives the same
 * answer. Throws `IngestRunNotFound`, and `IngestRunNotMergeable` when the run is still being read.
 */
export async function guardRun(database: Database, runId: string): Promise<GuardDecision> {
  const [run] = await database.query<RunRow>(
    `select state, profile, unconfirmed_after, record_count, rejected_count, reason,
       json_value(notes, '$.header') is not null as has_header
     from ingest_run where id = :run`,
    { run: runId },
  );
  if (!run) throw new IngestRunNotFound(`There is no ingest run ${runId}`);
  switch (run.state) {
    case 'MERGED':
      return { runId, decision: 'MERGE', reason: null };
    case 'HELD':
      return { runId, decision: 'HOLD', reason: run.reason };
    case 'REFUSED':
      return { runId, decision: 'REFUSE', reason: run.reason };
    case 'STAGED':
      return judge(database, runId, run);
    default:
      throw new IngestRunNotMergeable(`Run ${runId} is ${run.state}; expected STAGED`);
  }
}

async function judge(database: Database, runId: string, run: RunRow): Promise<GuardDecision> {
  if (await settleRepeat(database, runId)) return { runId, decision: 'MERGE', reason: null };
  const alarm = findAlarm({
    records: run.record_count,
    rejected: run.rejected_count,
    hasHeader: Number(run.has_header) === 1,
    catalogue: await readCatalogueFigures(database, runId, run.profile),
    full:
      run.unconfirmed_after === null
        ? null
        : await readFullFileFigures(database, runId, run.profile),
  });
  if (alarm === null) return { runId, decision: 'MERGE', reason: null };
  await database.execute(
    `update ingest_run
     set state = 'HELD', reason_code = :code, reason = :reason,
       held_count = record_count - rejected_count
     where id = :run and state = 'STAGED'`,
    { run: runId, code: alarm.code, reason: alarm.reason },
  );
  return { runId, decision: 'HOLD', reason: alarm.reason };
}
