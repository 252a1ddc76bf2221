import type { Context } from '@aws-appsync/utils';
import type { MutationApproveIngestRunArgs } from '../../generated/schema.ts';
import { askedDecision } from '../../lib/ingest/askedDecision.ts';
import { findRun, type RunRow, toIngestRun } from '../../lib/ingest/ingestRun.ts';
import { fail } from '../../lib/request/fail.ts';
import { operatorId } from '../../lib/request/operator.ts';
import { one } from '../../lib/sql/rows.ts';

export function request(ctx: Context<MutationApproveIngestRunArgs>) {
  operatorId(ctx);
  return findRun(ctx.args.id);
}

/** Returns a run that is held or that has already received the same decision. */
export function response(ctx: Context<MutationApproveIngestRunArgs>): RunRow {
  const row = one(ctx);
  if (row === null) fail('IngestRunNotFound', `id: no ingest run has the id "${ctx.args.id}"`);
  const run = toIngestRun(row);
  const decidedBy = askedDecision(ctx) === 'APPROVE' ? run.approvedBy : run.discardedBy;
  const isDone = decidedBy !== undefined && decidedBy !== null;
  if (run.state !== 'HELD' && !isDone) {
    fail('IngestRunNotHeld', `id: the run "${run.id}" is ${run.state}; only a HELD one is decided`);
  }
  return run;
}
