import type { IngestRun, IngestRunState } from '../generated/schema.ts';
import type { Row } from './rows.ts';
import { instant, number, text } from './values.ts';

/** The columns of `ingest_run r` that `toIngestRun` reads. */
export const RUN_COLUMNS = [
  'r.id, r.profile, r.file_key, r.state, r.started_at, r.finished_at, r.reason',
  'r.record_count, r.created_count, r.changed_count, r.unchanged_count, r.held_count, r.rejected_count',
].join(', ');

/** The ingest run of a row. */
export function toIngestRun(row: Row): IngestRun {
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
  };
}
