import type { Context } from '@aws-appsync/utils';
import type { MutationApproveIngestRunArgs } from '../generated/schema.ts';
import { toHeldRun } from '../lib/heldRun.ts';
import { findRun, type RunRow } from '../lib/ingestRun.ts';
import { operatorId } from '../lib/operator.ts';

export function request(ctx: Context<MutationApproveIngestRunArgs>) {
  operatorId(ctx);
  return findRun(ctx.args.id);
}

export function response(ctx: Context<MutationApproveIngestRunArgs>): RunRow {
  return toHeldRun(ctx, 'APPROVE');
}
