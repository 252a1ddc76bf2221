import type { Row } from '../../db/database.ts';
import type { Preview } from '../../services/ingest/merging/previewRun.ts';
import type { Notes } from '../../services/ingest/stage/takeNotes.ts';
import { StopWithMessage } from '../cli/stopWithMessage.ts';
import { openStackDatabase, type Stack } from '../stack/stack.ts';

/** One run with all that is kept of it. */
export interface Run {
  row: Row;
  notes: Notes | null;
  preview: Preview | null;
}

/** A record that was left out, as `ingest_reject` keeps it. */
export interface Reject {
  line: number;
  byteOffset: number;
  reason: string;
  raw: string;
}

/** The run of this id; stops with a message when there is none. */
export async function readRun(stack: Stack, id: string): Promise<Run> {
  const [row] = await openStackDatabase(stack).query('select * from ingest_run where id = :id', {
    id,
  });
  if (!row) {
    throw new StopWithMessage(
      `実行「${id}」はありません。一覧: npm run ingest -- runs / There is no run ${id}.`,
      2,
    );
  }
  return {
    row,
    notes: row.notes === null ? null : JSON.parse(`${row.notes}`),
    preview: row.preview === null ? null : JSON.parse(`${row.preview}`),
  };
}

/** The newest runs, newest first. */
export async function listRuns(stack: Stack, most: number): Promise<Row[]> {
  return openStackDatabase(stack).query(
    `select id, profile, file_key, state, started_at, finished_at, record_count, rejected_count
     from ingest_run order by started_at desc, id desc limit :most`,
    { most },
  );
}

/** The rejects of a run in the order of its file, a page at a time. */
export async function* eachReject(stack: Stack, run: string): AsyncGenerator<Reject> {
  const database = openStackDatabase(stack);
  let after = 0;
  for (;;) {
    const rows = await database.query(
      `select record_no, line, byte_offset, reason, raw_row from ingest_reject
       where run_id = :run and record_no > :after order by record_no limit 10`,
      { run, after },
    );
    for (const row of rows) {
      after = Number(row.record_no);
      yield {
        line: Number(row.line),
        byteOffset: Number(row.byte_offset),
        reason: `${row.reason}`,
        raw: `${row.raw_row}`,
      };
    }
    if (rows.length === 0) return;
  }
}
