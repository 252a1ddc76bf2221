import type { Context } from '@aws-appsync/utils';
import type { IngestPreview } from './generated/schema.ts';
import { sourceRun } from './lib/request/operator.ts';
import { query } from './lib/sql/query.ts';
import { one } from './lib/sql/rows.ts';
import { json } from './lib/sql/values.ts';

// A preview may take 100 KB, too much for a list of a hundred runs.
export function request(ctx: Context) {
  return query(['select r.preview from ingest_run r where r.id = :id'], { id: sourceRun(ctx).id });
}

export function response(ctx: Context): IngestPreview | null {
  return json<IngestPreview>(one(ctx)?.preview) ?? null;
}
