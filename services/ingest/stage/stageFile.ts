import type { Database } from '../../../db/database.ts';
import { chooseEncoding } from '../bytes/chooseEncoding.ts';
import { doubtEncoding } from '../bytes/doubtEncoding.ts';
import { measure } from '../bytes/measure.ts';
import { readLines } from '../bytes/readLines.ts';
import { findLookalike } from '../read/findLookalike.ts';
import { parseRecords } from '../read/parseRecords.ts';
import { readProfiles } from '../readProfiles.ts';
import { createRowHash } from '../row/hashRow.ts';
import { parseRow } from '../row/parseRow.ts';
import { chooseProfile } from './chooseProfile.ts';
import { readFileName } from './fileName.ts';
import { openRecords } from './openRecords.ts';
import type { StagedFile } from './run.ts';
import { siftKnown } from './siftKnown.ts';
import { openStage, type Stage } from './stageRows.ts';
import { takeNotes } from './takeNotes.ts';

/** A file to be staged. */
export interface FileToStage {
  runId: string;
  fileKey: string;
  profile: string;
  /** Empty: the profile's own. */
  encoding: string;
  /** Today in Japan as `YYYY-MM-DD`. */
  today: string;
  bytes: AsyncIterable<Uint8Array>;
  /** Identifies the reading program: rows read by another one are parsed again. */
  program: string;
  /** Called at intervals with the number of records read so far. */
  onProgress?: (records: number) => void;
}

/** The number of rows examined before a file without header is judged to be of another profile. */
const ROWS_TO_JUDGE = 20;

/** Stages a file. Throws `RefusedFile` if it cannot be read at all. */
export async function stageFile(database: Database, file: FileToStage): Promise<StagedFile> {
  const stage = openStage(database, file.runId);
  try {
    const report = await stageRecords(database, stage, file);
    await stage.finish();
    return report;
  } finally {
    // A running batch would write rows after a refusal has deleted them.
    await stage.settle();
  }
}

async function stageRecords(
  database: Database,
  stage: Stage,
  file: FileToStage,
): Promise<StagedFile> {
  const profiles = readProfiles();
  const profile = chooseProfile(file.profile, profiles);
  const encoding = chooseEncoding(file.encoding, profile);
  const { baseDate, isFull } = readFileName(file.fileKey, profile);
  const measured = measure(file.bytes);
  const opened = await openRecords(readLines(measured.bytes, encoding), profile, profiles);
  const { layout, header, firstLine } = opened;
  const context = { profile, layout, baseDate, today: file.today };
  const hashRow = createRowHash([file.program, JSON.stringify(profile), header]);
  const notes = takeNotes(profile);
  let records = 0;
  let sifted = 0;
  let fitting = 0;
  let rejected = 0;
  let partial = 0;
  // Only the rows show that a file without named columns belongs to another profile. A known row
  // proves that it does not.
  const refuseUnlike = (judged: number) => {
    if (profile.header === 'named' || fitting > 0 || sifted < judged || judged === 0) return;
    throw findLookalike(firstLine, profile, profiles);
  };
  async function* numbered() {
    for await (const some of opened.records) {
      yield some.map((record) => {
        records += 1;
        const mayBeCut = profile.finalNewline === 'required' && !record.terminated;
        const isKnowable = record.broken === null && !mayBeCut;
        return { recordNo: records, record, rowHash: isKnowable ? hashRow(record.raw) : null };
      });
      file.onProgress?.(records);
    }
  }

  for await (const rows of siftKnown(database, file.runId, numbered())) {
    const parsed = parseRecords(
      rows.map(({ record }) => record),
      profile,
    );
    for (const [index, row] of rows.entries()) {
      const record = parsed[index] ?? row.record;
      sifted += 1;
      if (record.cells?.length === layout.width) fitting += 1;
      // The first rows of the file, none of them known.
      if (row.recordNo === ROWS_TO_JUDGE && sifted === ROWS_TO_JUDGE) refuseUnlike(sifted);
      const result = parseRow(record, context);
      if ('rejection' in result) rejected += 1;
      if (!isWhole(result)) partial += 1;
      notes.add(record.line, result);
      await stage.add({ ...row, record }, result);
    }
  }
  refuseUnlike(records);
  return {
    contentHash: measured.contentHash(),
    byteCount: measured.byteCount(),
    baseDate,
    statedAt:
      profile.updatedAt === 'base-date' && baseDate !== null ? `${baseDate} 00:00:00` : null,
    unconfirmedAfter: isFull ? profile.absences : null,
    tellMovesFromDays: profile.tellMovesFromDays,
    records,
    rejected,
    partial,
    notes: notes.finish({
      header,
      unknownColumns: layout.unknown,
      encodingDoubt: doubtEncoding(measured.sample(), encoding),
    }),
  };
}

/** Whether the row has the whole content of a book. */
function isWhole(result: ReturnType<typeof parseRow>): boolean {
  return 'row' in result && (result.row.action === 'UPSERT' || result.row.action === 'HOLD');
}
