import type { Context } from '@aws-appsync/utils';
import type { MutationDiscardIngestRunArgs } from '../generated/schema.ts';
import { toHeldRun } from '../lib/heldRun.ts';
import { findRun, type RunRow } from '../lib/ingestRun.ts';
import { operatorId } from '../lib/operator.ts';

export function request(ctx: Context<MutationDiscardIngestRunArgs>) {
  operatorId(ctx);
  return findRun(ctx.args.id);
}

export function response(ctx: Context<MutationDiscardIngestRunArgs>): RunRow {
  return toHeldRun(ctx, 'DISCARD');
}
