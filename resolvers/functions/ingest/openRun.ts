import type { Context } from '@aws-appsync/utils';
import type { MutationStartIngestRunArgs } from '../../generated/schema.ts';
import { type RunRow, SELECT_RUN, toIngestRun } from '../../lib/ingest/ingestRun.ts';
import { readStartInput } from '../../lib/ingest/startInput.ts';
import { query } from '../../lib/sql/query.ts';
import { one } from '../../lib/sql/rows.ts';

/** The container opens the run as well, but takes up to a minute to start. */
export function request(ctx: Context<MutationStartIngestRunArgs>) {
  const { profile, key } = readStartInput(ctx.args.input);
  const insert = `insert into ingest_run (id, profile, file_key, state, started_at)
values (:id, :profile, :key, 'STAGING', utc_timestamp(6))
on duplicate key update started_at = ingest_run.started_at`;
  return query([insert, SELECT_RUN], { id: ctx.prev.result, profile, key });
}

export function response(ctx: Context): RunRow {
  return toIngestRun(one(ctx, 1) ?? {});
}
