import type { Context } from '@aws-appsync/utils';
import type { IngestRejectPage, IngestRunRejectsArgs } from './generated/schema.ts';
import { toIngestReject } from './lib/ingest/ingestReject.ts';
import { pageSize } from './lib/paging/page.ts';
import { readRecord } from './lib/paging/recordCursor.ts';
import { sourceRun } from './lib/request/operator.ts';
import { query } from './lib/sql/query.ts';
import { rows } from './lib/sql/rows.ts';

/**
 * The Data API returns at most 1 MiB of JSON, in which a byte of text may take six. A single row
 * always fits: its record had at most 64 KB in the file.
 */
const MOST_BYTES = 160 * 1024;

export function request(ctx: Context<IngestRunRejectsArgs>) {
  const run = sourceRun(ctx).id;
  const statement = `select p.record_no, p.line, p.byte_offset, p.column_name, p.reason_code, p.reason,
  p.raw_row, p.found
from (
  select f.*, count(*) over () as found, row_number() over (order by f.record_no) as place,
    sum(length(f.raw_row) + length(f.reason)) over (order by f.record_no) as bytes
  from (
    select j.record_no, j.line, j.byte_offset, j.column_name, j.reason_code, j.reason, j.raw_row
    from ingest_reject j where j.run_id = :run and j.record_no > :after
    order by j.record_no limit :limit
  ) f
) p
where p.place = 1 or (p.place <= :first and p.bytes <= ${MOST_BYTES}) order by p.record_no`;
  const first = pageSize(ctx.args.first, 20);
  const after = readRecord(ctx.args.after);
  return query([statement], { run, after, first, limit: first + 1 });
}

export function response(ctx: Context): IngestRejectPage {
  const found = rows(ctx);
  const rejects = found.map((row) => toIngestReject(row));
  const hasMore = found.some((row) => row.found !== rejects.length);
  return { rejects, endCursor: hasMore ? `${rejects[rejects.length - 1]?.record}` : null };
}
