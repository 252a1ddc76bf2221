import type { RDSRequest } from '@aws-appsync/utils';
import type { IngestRun, IngestRunState } from '../../generated/schema.ts';
import { runId } from '../request/ids.ts';
import { query } from '../sql/query.ts';
import type { Row } from '../sql/rows.ts';
import { instant, number, text } from '../sql/values.ts';

/** The columns of `ingest_run r` that `toIngestRun` reads. */
export const RUN_COLUMNS = [
  'r.id, r.profile, r.file_key, r.state, r.started_at, r.finished_at, r.reason, r.reason_code',
  'r.record_count, r.created_count, r.changed_count, r.unchanged_count, r.held_count, r.rejected_count',
  'r.byte_count, r.content_hash, r.base_date, r.repeat_of',
  'r.rows_read, r.bytes_read, r.bytes_total',
  'r.approved_by, r.approved_at, r.discarded_by, r.discarded_at',
].join(', ');

/** Selects the run with this id. */
export const SELECT_RUN = `select ${RUN_COLUMNS} from ingest_run r where r.id = :id`;

/** A run without its long fields, which have their own resolvers. */
export type RunRow = Omit<IngestRun, 'notes' | 'preview' | 'rejects'>;

/** Requests one run. */
export function findRun(id: string): RDSRequest {
  return query([SELECT_RUN], { id: runId(id) });
}

/** The ingest run of a row. */
export function toIngestRun(row: Row): RunRow {
  return {
    id: `${row.id}`,
    profile: `${row.profile}`,
    fileName: `${row.file_key}`,
    state: text(row.state) as IngestRunState,
    startedAt: `${instant(row.started_at)}`,
    finishedAt: instant(row.finished_at),
    records: number(row.record_count) ?? 0,
    created: number(row.created_count) ?? 0,
    changed: number(row.changed_count) ?? 0,
    unchanged: number(row.unchanged_count) ?? 0,
    held: number(row.held_count) ?? 0,
    rejected: number(row.rejected_count) ?? 0,
    reason: text(row.reason),
    reasonCode: text(row.reason_code),
    byteCount: number(row.byte_count) ?? 0,
    contentHash: text(row.content_hash),
    baseDate: text(row.base_date),
    repeatOf: text(row.repeat_of),
    approvedBy: text(row.approved_by),
    approvedAt: instant(row.approved_at),
    discardedBy: text(row.discarded_by),
    discardedAt: instant(row.discarded_at),
    progress: {
      rowsRead: number(row.rows_read) ?? 0,
      bytesRead: number(row.bytes_read) ?? 0,
      bytesTotal: number(row.bytes_total),
    },
  };
}
