import type { Context } from '@aws-appsync/utils';
import type { MutationStartIngestRunArgs } from '../../generated/schema.ts';
import { fromControl, toControl } from '../../lib/ingest/ingestControl.ts';
import { readStartInput } from '../../lib/ingest/startInput.ts';
import { operatorId } from '../../lib/request/operator.ts';

export function request(ctx: Context<MutationStartIngestRunArgs>) {
  const by = operatorId(ctx);
  return toControl({ order: 'START', by, ...readStartInput(ctx.args.input) });
}

export function response(ctx: Context): string {
  return fromControl<{ runId: string }>(ctx).runId;
}
