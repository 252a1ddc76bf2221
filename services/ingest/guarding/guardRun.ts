import type { Database } from '../../../db/database.ts';
import { IngestRunNotFound, IngestRunNotMergeable } from '../merging/errors.ts';
import { settleRepeat } from '../merging/settleRepeat.ts';
import { findAlarm } from './findAlarm.ts';
import { readCatalogueFigures, readFullFileFigures } from './readFigures.ts';

/** The decision on a run, and the reason if it is not merged. */
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
 * Decides on a staged run and records a hold. Idempotent. Throws `IngestRunNotFound`, and
 * `IngestRunNotMergeable` while the run is still being staged.
 */
export async function guardRun(database: Database, runId: string): Promise<GuardDecision> {
  const { code, ...decision } = await judgeRun(database, runId);
  if (code !== null) {
    await database.execute(
      `update ingest_run
       set state = 'HELD', reason_code = :code, reason = :reason,
         held_count = record_count - rejected_count
       where id = :run and state = 'STAGED'`,
      { run: runId, code, reason: decision.reason },
    );
  }
  return decision;
}

/** A decision, and the code of the new hold that it requires; null if none. */
export type Judgement = GuardDecision & { code: string | null };

/** Decides as `guardRun` does but records no hold: a dry run stays as it is. */
export async function judgeRun(database: Database, runId: string): Promise<Judgement> {
  const [run] = await database.query<RunRow>(
    `select state, profile, unconfirmed_after, record_count, rejected_count, reason,
       json_value(notes, '$.header') is not null as has_header
     from ingest_run where id = :run`,
    { run: runId },
  );
  if (!run) throw new IngestRunNotFound(`Ingest run ${runId} not found`);
  switch (run.state) {
    case 'MERGED':
      return { runId, decision: 'MERGE', reason: null, code: null };
    case 'HELD':
      return { runId, decision: 'HOLD', reason: run.reason, code: null };
    case 'REFUSED':
      return { runId, decision: 'REFUSE', reason: run.reason, code: null };
    case 'STAGED':
      return judge(database, runId, run);
    default:
      throw new IngestRunNotMergeable(`Run ${runId} is ${run.state}; expected STAGED`);
  }
}

async function judge(database: Database, runId: string, run: RunRow): Promise<Judgement> {
  const mayMerge: Judgement = { runId, decision: 'MERGE', reason: null, code: null };
  if (await settleRepeat(database, runId)) return mayMerge;
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
  return alarm === null ? mayMerge : { runId, decision: 'HOLD', ...alarm };
}
