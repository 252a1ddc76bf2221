import { type Context, runtime } from '@aws-appsync/utils';
import type { IngestDecision, IngestDecisionKind } from '../generated/schema.ts';
import { fail } from './fail.ts';
import { fromControl, toControl } from './ingestControl.ts';
import { type RunRow, toIngestRun } from './ingestRun.ts';
import { operatorId } from './operator.ts';
import { one } from './rows.ts';

/** A run with the decision that has just been taken on it. */
type DecidedRun = RunRow & { decision?: IngestDecision };

/**
 * The run that an operator decides on: one that is held, or about which the very same has been
 * decided before. Fails with `IngestRunNotFound` and `IngestRunNotHeld`.
 */
export function toHeldRun(ctx: Context<{ id: string }>, kind: IngestDecisionKind): RunRow {
  const row = one(ctx);
  if (row === null) fail('IngestRunNotFound', `id: no ingest run has the id "${ctx.args.id}"`);
  const run = toIngestRun(row);
  const decidedBy = kind === 'APPROVE' ? run.approvedBy : run.discardedBy;
  const isDone = decidedBy !== undefined && decidedBy !== null;
  if (run.state !== 'HELD' && !isDone) {
    fail('IngestRunNotHeld', `id: the run "${run.id}" is ${run.state}; only a HELD one is decided`);
  }
  return run;
}

/** Sends the decision, unless it has been taken before. */
export function sendDecision(ctx: Context, kind: IngestDecisionKind) {
  const run = ctx.prev.result as RunRow;
  if (run.state !== 'HELD') runtime.earlyReturn(run);
  return toControl({ order: kind, runId: run.id, by: operatorId(ctx) });
}

/** The run with its decision. Fails with `IngestRunNotHeld` when the contrary is under way. */
export function toDecidedRun(ctx: Context, kind: IngestDecisionKind): DecidedRun {
  const run = ctx.prev.result as RunRow;
  const decision = fromControl<IngestDecision>(ctx);
  if (decision.kind !== kind) {
    fail(
      'IngestRunNotHeld',
      `id: the contrary was decided on the run "${run.id}" at ${decision.at}`,
    );
  }
  return { ...run, decision };
}
