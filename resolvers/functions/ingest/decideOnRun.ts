import { type Context, runtime } from '@aws-appsync/utils';
import type { IngestDecision } from '../../generated/schema.ts';
import { askedDecision } from '../../lib/ingest/askedDecision.ts';
import { fromControl, toControl } from '../../lib/ingest/ingestControl.ts';
import type { RunRow } from '../../lib/ingest/ingestRun.ts';
import { fail } from '../../lib/request/fail.ts';
import { operatorId } from '../../lib/request/operator.ts';

/** Sends the decision unless it was made before. */
export function request(ctx: Context) {
  const run = ctx.prev.result as RunRow;
  if (run.state !== 'HELD') runtime.earlyReturn(run);
  return toControl({ order: askedDecision(ctx), runId: run.id, by: operatorId(ctx) });
}

/**
 * Returns the run with its decision. Fails with `IngestRunNotHeld` if the opposite decision is
 * under way.
 */
export function response(ctx: Context): RunRow & { decision: IngestDecision } {
  const run = ctx.prev.result as RunRow;
  const decision = fromControl<IngestDecision>(ctx);
  if (decision.kind !== askedDecision(ctx)) {
    fail(
      'IngestRunNotHeld',
      `id: the contrary was decided on the run "${run.id}" at ${decision.at}`,
    );
  }
  return { ...run, decision };
}
