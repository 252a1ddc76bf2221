import type { Database } from '../../../db/database.ts';
import { releaseOrder } from '../../../domain/release/releaseOrder.ts';
import { listPeople } from '../book/listPeople.ts';
import { placeInSeries } from '../book/placeInSeries.ts';
import { searchText } from '../book/searchText.ts';
import type { FileRecord } from '../read/frameRecords.ts';
import type { RowResult } from '../row/parseRow.ts';
import { toContent } from './content.ts';
import { createWriter } from './createWriter.ts';
import { insertFromJson, type JsonColumn } from './jsonTable.ts';
import type { NumberedRecord } from './siftKnown.ts';

/** The content comes last: the columns before it are found without reading it. */
const STAGE_COLUMNS: readonly JsonColumn[] = [
  ['record_no', 'int'],
  ['action', 'varchar(8)'],
  ['book_id', 'varchar(120)'],
  ['volume_id', 'varchar(120)'],
  ['record_key', 'varchar(191)'],
  ['isbn', 'char(13)'],
  ['content_hash', 'char(64)'],
  ['row_hash', 'char(22)'],
  ['source_updated_at', 'varchar(26)'],
  ['search_text', 'text'],
  ['content', 'longtext'],
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

/** Writes the rows of one run to `ingest_stage` and `ingest_reject`. */
export interface Stage {
  add(row: NumberedRecord, result: RowResult): Promise<void>;
  finish(): Promise<void>;
  /** Waits until no batch is being written, so that deleted rows stay deleted. */
  settle(): Promise<void>;
}

/** Opens the stage of a run. */
export function openStage(database: Database, runId: string): Stage {
  const staged = createWriter(
    database,
    insertFromJson('ingest_stage', STAGE_COLUMNS, {
      run_id: ':run',
      target_id: "case when r.action in ('UPSERT', 'HOLD') then r.book_id end",
    }),
    runId,
  );
  const rejected = createWriter(
    database,
    insertFromJson('ingest_reject', REJECT_COLUMNS, { run_id: ':run' }),
    runId,
  );
  return {
    async add(row, result) {
      if ('row' in result) return staged.add(toStageRow(row, result.row));
      await rejected.add(toRejectRow(row, result.rejection));
      if (result.seen) await staged.add(toSeenRow(row, result.seen));
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

function toStageRow({ recordNo, record, rowHash }: NumberedRecord, row: Row): unknown[] {
  return [
    recordNo,
    row.action,
    row.bookId,
    row.volumeId,
    row.recordKey,
    row.book.isbn,
    row.contentHash,
    row.isLasting ? rowHash : null,
    row.updatedAt,
    row.action === 'UPSERT' ? searchText(row.book) : null,
    toContent({
      ...contentOfBook(row.book),
      ...(row.action === 'CANCEL' || row.action === 'PRICE' ? placeOf(record) : {}),
      ...(row.action === 'UPSERT' ? madeOf(row.book) : {}),
    }),
  ];
}

const UNKNOWN_RELEASE = { earliest: null, latest: null, precision: 'UNKNOWN', text: '' } as const;

function contentOfBook(book: Row['book']) {
  const release = book.release ?? UNKNOWN_RELEASE;
  return {
    title: book.title,
    subtitle: book.subtitle,
    title_reading: book.titleReading,
    volume: book.volume,
    edition: book.edition,
    contributors: book.contributors,
    publisher: book.publisher,
    seller: book.seller,
    label: book.label,
    series: book.series,
    price: book.price,
    price_with_tax: book.priceWithTax,
    set_price: book.setPrice,
    tax_rate: book.taxRate,
    form: book.form,
    pages: book.pages,
    description: book.description,
    cover_url: book.coverUrl,
    release_earliest: release.earliest,
    release_latest: release.latest,
    release_precision: release.precision,
    release_text: release.text,
    release_order: releaseOrder(release),
  };
}

function madeOf(book: Row['book']) {
  return { people: listPeople(book.contributors), series_place: placeInSeries(book) };
}

function placeOf({ line, byteOffset, raw }: FileRecord) {
  return { line, byte_offset: byteOffset, raw_row: raw };
}

function toSeenRow({ recordNo }: NumberedRecord, seen: NonNullable<Rejected['seen']>): unknown[] {
  return [
    recordNo,
    'SEEN',
    seen.bookId,
    seen.volumeId,
    seen.recordKey,
    null,
    '',
    null,
    null,
    null,
    null,
  ];
}

function toRejectRow({ recordNo, record }: NumberedRecord, rejection: Rejected['rejection']) {
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
