import { type Context, runtime } from '@aws-appsync/utils';
import type { IngestDecision } from './generated/schema.ts';
import { fromControl, toControl } from './lib/ingest/ingestControl.ts';
import { sourceRun } from './lib/request/operator.ts';

export function request(ctx: Context) {
  const { id, state, decision } = sourceRun(ctx);
  // Known if it was just made; null if the run is not held.
  if (decision || state !== 'HELD') runtime.earlyReturn(decision ?? null);
  return toControl({ order: 'FIND_DECISION', runId: id });
}

export function response(ctx: Context): IngestDecision | null {
  return fromControl<IngestDecision | null>(ctx);
}
