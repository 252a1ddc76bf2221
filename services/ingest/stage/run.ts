import type { Database } from '../../../db/database.ts';
import { cutText } from '../../lib/cutText.ts';
import type { RefusedFile } from '../refusedFile.ts';
import { clearRemains } from './clearRemains.ts';
import { dropFrom, dropStage } from './dropStage.ts';
import type { Notes } from './takeNotes.ts';
import { VERSION } from './version.ts';

/** The input of a run. */
export interface RunOrder {
  runId: string;
  profile: string;
  fileKey: string;
}

/** The properties of a file, known once it has been read. */
export interface StagedFile {
  contentHash: string;
  byteCount: number;
  baseDate: string | null;
  /** For a full file: the number of full files after which a missing book is unconfirmed. */
  unconfirmedAfter: number | null;
  /** Members are not told of a move by fewer days than this. */
  tellMovesFromDays: number;
  /** The file's time for rows without their own, in the database's format. */
  statedAt: string | null;
  records: number;
  rejected: number;
  /** Staged rows without the whole content of a book. */
  partial: number;
  notes: Notes;
}

/**
 * Opens the run, or reopens it after its container crashed, deleting its earlier rows. Returns
 * false if the run is already staged.
 */
export async function beginRun(database: Database, order: RunOrder, now: Date): Promise<boolean> {
  await clearRemains(database, order.runId, now);
  await database.execute(
    `insert into ingest_run (id, profile, file_key, state, started_at)
     values (:run, :profile, :file, 'STAGING', :now)
     on duplicate key update started_at = started_at`,
    {
      run: order.runId,
      // An unknown profile name may contain anything; it is refused, but still recorded.
      profile: order.profile.replace(/[^ -~]/g, '?').slice(0, 32),
      // Keeps the end of the key, which is the file's name.
      file: order.fileKey.slice(-500).replace(/^[\uDC00-\uDFFF]/, ''),
      now,
    },
  );
  const [run] = await database.query<{ state: string }>(
    'select state from ingest_run where id = :run',
    { run: order.runId },
  );
  if (run?.state !== 'STAGING') return false;
  await dropRows(database, order.runId);
  // A separate read: inside the update it would wait for a merge that locks the row.
  const [lock] = await database.query<{ run_id: string | null }>(
    'select run_id from ingest_merge_lock where id = 1',
  );
  await database.execute(
    'update ingest_run set known_since = :last, rows_read = 0, bytes_read = 0 where id = :run',
    { run: order.runId, last: lock?.run_id ?? null },
  );
  return true;
}

/**
 * Reopens a staged run, so that its file is read again. Leaves runs in any other state unchanged.
 */
export async function reopenRun(database: Database, runId: string): Promise<void> {
  await database.execute(
    "update ingest_run set state = 'STAGING' where id = :run and state = 'STAGED'",
    { run: runId },
  );
}

/** The progress of reading a file. */
export interface ReadingProgress {
  rows: number;
  /** Bytes of the object as stored in the bucket, packed or not. */
  bytes: number;
  bytesTotal: number;
}

/** Records the progress of staging for those who wait for it. */
export async function recordProgress(
  database: Database,
  runId: string,
  { rows, bytes, bytesTotal }: ReadingProgress,
): Promise<void> {
  await database.execute(
    `update ingest_run set rows_read = :rows, bytes_read = :bytes, bytes_total = :bytesTotal
     where id = :run and state = 'STAGING'`,
    { run: runId, rows, bytes, bytesTotal },
  );
}

/**
 * Records that every row of the file is staged or rejected; until the merge, no staged row takes
 * effect.
 */
export async function finishStaging(
  database: Database,
  runId: string,
  file: StagedFile,
): Promise<void> {
  await database.execute(
    `update ingest_run
     set state = 'STAGED', content_hash = :hash, byte_count = :bytes, base_date = :base,
       unconfirmed_after = :unconfirmedAfter, tell_moves_from_days = :tellMovesFromDays,
       stated_at = :statedAt, record_count = :records, rejected_count = :rejected,
       held_count = :records - :rejected, partial_count = :partial, rows_read = :records,
       bytes_read = coalesce(bytes_total, 0), notes = :notes, given_version = :version
     where id = :run and state = 'STAGING'`,
    {
      run: runId,
      hash: file.contentHash,
      bytes: file.byteCount,
      base: file.baseDate,
      unconfirmedAfter: file.unconfirmedAfter,
      tellMovesFromDays: file.tellMovesFromDays,
      statedAt: file.statedAt,
      partial: file.partial,
      records: file.records,
      rejected: file.rejected,
      notes: JSON.stringify(file.notes),
      version: VERSION,
    },
  );
}

/** Records why the file was refused, and deletes its staged rows. */
export async function refuseRun(
  database: Database,
  runId: string,
  refusal: RefusedFile,
  now: Date,
): Promise<void> {
  await dropRows(database, runId);
  await database.execute(
    `update ingest_run
     set state = 'REFUSED', reason_code = :code, reason = :reason, finished_at = :now
     where id = :run and state = 'STAGING'`,
    { run: runId, code: refusal.code, reason: cutText(refusal.message, 1000), now },
  );
}

async function dropRows(database: Database, runId: string): Promise<void> {
  await dropStage(database, runId);
  await dropFrom(database, 'ingest_reject', runId);
}
