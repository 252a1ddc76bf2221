import type { Context } from '@aws-appsync/utils';
import type { IngestDecisionKind } from '../../generated/schema.ts';

/** Which decision the mutation takes. */
export function askedDecision(ctx: Context): IngestDecisionKind {
  return ctx.info.fieldName === 'approveIngestRun' ? 'APPROVE' : 'DISCARD';
}
