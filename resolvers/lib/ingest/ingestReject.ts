import type { IngestReject } from '../../generated/schema.ts';
import type { Row } from '../sql/rows.ts';
import { number, text } from '../sql/values.ts';

/** The rejected record of a row of `ingest_reject`. */
export function toIngestReject(row: Row): IngestReject {
  return {
    record: number(row.record_no) ?? 0,
    line: number(row.line) ?? 0,
    byteOffset: number(row.byte_offset) ?? 0,
    column: text(row.column_name),
    reasonCode: `${row.reason_code}`,
    reason: `${row.reason}`,
    raw: `${row.raw_row}`,
  };
}
