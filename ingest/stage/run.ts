import type { Database } from '../../db/database.ts';
import type { RefusedFile } from '../refusedFile.ts';
import type { Notes } from './takeNotes.ts';

/** What a run is asked to read. */
export interface RunOrder {
  runId: string;
  profile: string;
  fileKey: string;
}

/** What a file turned out to be, once all of it has been read. */
export interface StagedFile {
  contentHash: string;
  byteCount: number;
  baseDate: string | null;
  /** For a full file: after how many of them a book that is left out is unconfirmed. */
  unconfirmedAfter: number | null;
  records: number;
  rejected: number;
  notes: Notes;
}

/**
 * Opens the run, or opens it again after a container that died: its earlier rows are dropped.
 * False when the run is past reading, and there is nothing to do.
 */
export async function beginRun(database: Database, order: RunOrder, now: Date): Promise<boolean> {
  await database.execute(
    `insert into ingest_run (id, profile, file_key, state, started_at)
     values (:run, :profile, :file, 'STAGING', :now)
     on duplicate key update started_at = started_at`,
    {
      run: order.runId,
      // A name that no profile has may hold anything; it is refused, and recorded all the same.
      profile: order.profile.replace(/[^ -~]/g, '?').slice(0, 32),
      // The end of a key is what the file is called.
      file: order.fileKey.slice(-500),
      now,
    },
  );
  const [run] = await database.query<{ state: string }>(
    'select state from ingest_run where id = :run',
    { run: order.runId },
  );
  if (run?.state !== 'STAGING') return false;
  await dropRows(database, order.runId);
  return true;
}

/** Records that every row of the file is staged or rejected: until the merge all the rest is held. */
export async function finishStaging(
  database: Database,
  runId: string,
  file: StagedFile,
): Promise<void> {
  await database.execute(
    `update ingest_run
     set state = 'STAGED', content_hash = :hash, byte_count = :bytes, base_date = :base,
       unconfirmed_after = :unconfirmedAfter, record_count = :records, rejected_count = :rejected,
       held_count = :records - :rejected, notes = :notes
     where id = :run and state = 'STAGING'`,
    {
      run: runId,
      hash: file.contentHash,
      bytes: file.byteCount,
      base: file.baseDate,
      unconfirmedAfter: file.unconfirmedAfter,
      records: file.records,
      rejected: file.rejected,
      notes: JSON.stringify(file.notes),
    },
  );
}

/** Records why the file was not read, and drops what had been staged of it. */
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
    { run: runId, code: refusal.code, reason: refusal.message.slice(0, 1000), now },
  );
}

/** Deletes a run's staged rows, some thousands at a time so that no call runs long. */
export async function dropStage(database: Database, runId: string): Promise<void> {
  await dropFrom(database, 'ingest_stage', runId);
}

async function dropRows(database: Database, runId: string): Promise<void> {
  await dropFrom(database, 'ingest_stage', runId);
  await dropFrom(database, 'ingest_reject', runId);
}

async function dropFrom(
  database: Database,
  table: 'ingest_stage' | 'ingest_reject',
  runId: string,
): Promise<void> {
  const most = 20_000;
  let deleted = most;
  while (deleted === most) {
    deleted = await database.execute(`delete from ${table} where run_id = :run limit ${most}`, {
      run: runId,
    });
  }
}
