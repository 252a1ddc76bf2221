import type { Database } from '../../db/database.ts';
import type { FileRecord } from '../read/readRecords.ts';
import { releaseOrder } from '../release-date/releaseOrder.ts';
import type { RowResult } from '../row/parseRow.ts';
import { createWriter } from './createWriter.ts';
import { insertFromJson, type JsonColumn } from './jsonTable.ts';

const STAGE_COLUMNS: readonly JsonColumn[] = [
  ['record_no', 'int'],
  ['line', 'int'],
  ['byte_offset', 'bigint'],
  ['action', 'varchar(8)'],
  ['book_id', 'varchar(120)'],
  ['volume_id', 'varchar(120)'],
  ['record_key', 'varchar(191)'],
  ['isbn', 'char(13)'],
  ['title', 'varchar(500)'],
  ['subtitle', 'varchar(500)'],
  ['title_reading', 'varchar(500)'],
  ['volume', 'varchar(200)'],
  ['edition', 'varchar(200)'],
  ['contributors', 'longtext'],
  ['publisher', 'varchar(200)'],
  ['seller', 'varchar(200)'],
  ['label', 'varchar(200)'],
  ['series', 'longtext'],
  ['price', 'int'],
  ['price_with_tax', 'int'],
  ['set_price', 'int'],
  ['tax_rate', 'int'],
  ['form', 'varchar(200)'],
  ['pages', 'varchar(200)'],
  ['description', 'longtext'],
  ['cover_url', 'varchar(2000)'],
  ['release_earliest', 'char(10)'],
  ['release_latest', 'char(10)'],
  ['release_precision', 'varchar(16)'],
  ['release_text', 'varchar(200)'],
  ['release_order', 'char(16)'],
  ['content_hash', 'char(64)'],
  ['source_updated_at', 'varchar(26)'],
  ['raw_row', 'longtext'],
];

const REJECT_COLUMNS: readonly JsonColumn[] = [
  ['record_no', 'int'],
  ['line', 'int'],
  ['byte_offset', 'bigint'],
  ['column_name', 'varchar(100)'],
  ['reason_code', 'varchar(40)'],
  ['reason', 'varchar(1000)'],
  ['raw_row', 'longtext'],
];

/** Takes the rows of one run into `ingest_stage` and `ingest_reject`. */
export interface Stage {
  add(recordNo: number, record: FileRecord, result: RowResult): Promise<void>;
  finish(): Promise<void>;
  /** Waits until no batch is under way, so that rows can be dropped for good. */
  settle(): Promise<void>;
}

/** Opens the stage of a run. */
export function openStage(database: Database, runId: string): Stage {
  const run = { run_id: ':run' };
  const staged = createWriter(database, insertFromJson('ingest_stage', STAGE_COLUMNS, run), runId);
  const rejected = createWriter(
    database,
    insertFromJson('ingest_reject', REJECT_COLUMNS, run),
    runId,
  );
  return {
    async add(recordNo, record, result) {
      if ('row' in result) return staged.add(toStageRow(recordNo, record, result.row));
      await rejected.add(toRejectRow(recordNo, record, result.rejection));
      if (result.seen) await staged.add(toSeenRow(recordNo, record, result.seen));
    },
    async finish() {
      await Promise.all([staged.finish(), rejected.finish()]);
    },
    async settle() {
      await Promise.all([staged.settle(), rejected.settle()]);
    },
  };
}

type Row = Extract<RowResult, { row: unknown }>['row'];
type Rejected = Extract<RowResult, { rejection: unknown }>;

function toStageRow(recordNo: number, record: FileRecord, row: Row): unknown[] {
  const { book } = row;
  return [
    recordNo,
    record.line,
    record.byteOffset,
    row.action,
    row.bookId,
    row.volumeId,
    row.recordKey,
    book.isbn,
    book.title,
    book.subtitle,
    book.titleReading,
    book.volume,
    book.edition,
    JSON.stringify(book.contributors),
    book.publisher,
    book.seller,
    book.label,
    JSON.stringify(book.series),
    book.price,
    book.priceWithTax,
    book.setPrice,
    book.taxRate,
    book.form,
    book.pages,
    book.description,
    book.coverUrl,
    book.release?.earliest ?? null,
    book.release?.latest ?? null,
    book.release?.precision ?? 'UNKNOWN',
    book.release?.text ?? '',
    releaseOrder(book.release ?? { earliest: null, latest: null, precision: 'UNKNOWN' }),
    row.contentHash,
    row.updatedAt,
    row.action === 'CANCEL' || row.action === 'PRICE' ? record.raw : null,
  ];
}

function toSeenRow(recordNo: number, record: FileRecord, seen: NonNullable<Rejected['seen']>) {
  const row: unknown[] = STAGE_COLUMNS.map(() => null);
  const put = (name: string, value: unknown) => {
    row[STAGE_COLUMNS.findIndex(([column]) => column === name)] = value;
  };
  put('record_no', recordNo);
  put('line', record.line);
  put('byte_offset', record.byteOffset);
  put('action', 'SEEN');
  put('book_id', seen.bookId);
  put('volume_id', seen.volumeId);
  put('record_key', seen.recordKey);
  put('contributors', '[]');
  put('series', '[]');
  put('content_hash', '');
  return row;
}

function toRejectRow(recordNo: number, record: FileRecord, rejection: Rejected['rejection']) {
  return [
    recordNo,
    record.line,
    record.byteOffset,
    rejection.column,
    rejection.code,
    rejection.reason,
    record.raw,
  ];
}
