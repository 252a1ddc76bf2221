import type { Context } from '@aws-appsync/utils';
import type { IngestNotes } from './generated/schema.ts';
import { sourceRun } from './lib/request/operator.ts';
import { query } from './lib/sql/query.ts';
import { one } from './lib/sql/rows.ts';
import { json } from './lib/sql/values.ts';

// A header may take 64 KB, too much for a list of a hundred runs.
export function request(ctx: Context) {
  return query(['select r.notes from ingest_run r where r.id = :id'], { id: sourceRun(ctx).id });
}

export function response(ctx: Context): IngestNotes | null {
  return json<IngestNotes>(one(ctx)?.notes) ?? null;
}
