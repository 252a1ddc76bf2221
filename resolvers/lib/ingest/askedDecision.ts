import type { Context } from '@aws-appsync/utils';
import type { IngestDecisionKind } from '../../generated/schema.ts';

/** The decision that the mutation makes. */
export function askedDecision(ctx: Context): IngestDecisionKind {
  return ctx.info.fieldName === 'approveIngestRun' ? 'APPROVE' : 'DISCARD';
}
