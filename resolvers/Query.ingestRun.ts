import type { Context } from '@aws-appsync/utils';
import type { QueryIngestRunArgs } from './generated/schema.ts';
import { findRun, type RunRow, toIngestRun } from './lib/ingest/ingestRun.ts';
import { refuseOthers } from './lib/request/operator.ts';
import { one } from './lib/sql/rows.ts';

export function request(ctx: Context<QueryIngestRunArgs>) {
  refuseOthers(ctx);
  return findRun(ctx.args.id);
}

export function response(ctx: Context<QueryIngestRunArgs>): RunRow | null {
  const row = one(ctx);
  return row === null ? null : toIngestRun(row);
}
