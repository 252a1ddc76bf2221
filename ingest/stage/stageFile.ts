import type { Database } from '../../db/database.ts';
import { chooseEncoding } from '../bytes/chooseEncoding.ts';
import { doubtEncoding } from '../bytes/doubtEncoding.ts';
import { measure } from '../bytes/measure.ts';
import { readLines } from '../bytes/readLines.ts';
import { findLookalike } from '../read/findLookalike.ts';
import { fitsLayout, type Layout, readLayout } from '../read/layout.ts';
import { readRecords } from '../read/readRecords.ts';
import { readProfiles } from '../readProfiles.ts';
import { parseRow } from '../row/parseRow.ts';
import { chooseProfile } from './chooseProfile.ts';
import { readFileName } from './fileName.ts';
import { emptyFile, headerOnly } from './refuseEmpty.ts';
import type { StagedFile } from './run.ts';
import { openStage, type Stage } from './stageRows.ts';
import { takeNotes } from './takeNotes.ts';

/** One file to be staged. */
export interface FileToStage {
  runId: string;
  fileKey: string;
  profile: string;
  /** Empty: the profile's own. */
  encoding: string;
  /** Today in Japan as `YYYY-MM-DD`. */
  today: string;
  bytes: AsyncIterable<Uint8Array>;
}

/** How many rows are looked at before a file without header is judged to be of another profile. */
const ROWS_TO_JUDGE = 20;

/** Reads a file into the stage. Throws `RefusedFile` when it cannot be read at all. */
export async function stageFile(database: Database, file: FileToStage): Promise<StagedFile> {
  const stage = openStage(database, file.runId);
  try {
    const report = await stageRecords(stage, file);
    await stage.finish();
    return report;
  } finally {
    // A batch still under way would bring rows back after a refusal has dropped them.
    await stage.settle();
  }
}

async function stageRecords(stage: Stage, file: FileToStage): Promise<StagedFile> {
  const profiles = readProfiles();
  const profile = chooseProfile(file.profile, profiles);
  const encoding = chooseEncoding(file.encoding, profile);
  const { baseDate, isFull } = readFileName(file.fileKey, profile);
  const measured = measure(file.bytes);
  const notes = takeNotes(profile);
  let layout: Layout | null = null;
  const isPlausible = (cells: string[]) => layout === null || fitsLayout(cells, layout);
  let records = 0;
  let rejected = 0;
  let fitting = 0;
  let firstLine = '';
  // A file without named columns shows by its rows alone that it belongs to another profile.
  const refuseUnlike = (fittingRows: number) => {
    if (fittingRows > 0 || profile.header === 'named') return;
    throw findLookalike(firstLine, profile, profiles);
  };

  const lines = readLines(measured.bytes, encoding);
  for await (const batch of readRecords(lines, profile, isPlausible)) {
    for (const record of batch) {
      if (layout === null) {
        layout = readLayout(record, profile, profiles);
        firstLine = record.raw;
        if (layout.hasHeader) continue;
      }
      records += 1;
      if (record.cells?.length === layout.width) fitting += 1;
      if (records === ROWS_TO_JUDGE) refuseUnlike(fitting);
      const result = parseRow(record, { profile, layout, baseDate, today: file.today });
      if ('rejection' in result) rejected += 1;
      notes.add(record.line, result);
      await stage.add(records, record, result);
    }
  }
  if (layout === null) throw emptyFile(measured.byteCount());
  if (records === 0) throw headerOnly(firstLine);
  refuseUnlike(fitting);
  return {
    contentHash: measured.contentHash(),
    byteCount: measured.byteCount(),
    baseDate,
    unconfirmedAfter: isFull ? profile.absences : null,
    records,
    rejected,
    notes: notes.finish({
      header: layout.hasHeader ? firstLine : null,
      unknownColumns: layout.unknown,
      encodingDoubt: doubtEncoding(measured.sample(), encoding),
    }),
  };
}
