import { Readable } from 'node:stream';
import { chooseEncoding } from '../../services/ingest/bytes/chooseEncoding.ts';
import { readLines } from '../../services/ingest/bytes/readLines.ts';
import { unpack } from '../../services/ingest/bytes/unpack.ts';
import type { Encoding } from '../../services/ingest/profile/profile.ts';
import type { FileRecord } from '../../services/ingest/read/frameRecords.ts';
import { parseRecords } from '../../services/ingest/read/parseRecords.ts';
import { readProfiles } from '../../services/ingest/readProfiles.ts';
import { RefusedFile } from '../../services/ingest/refusedFile.ts';
import { parseRow } from '../../services/ingest/row/parseRow.ts';
import { openRecords } from '../../services/ingest/stage/openRecords.ts';
import { checkRow, expectThat } from './checkRow.ts';
import { linesOf } from './linesOf.ts';

/** A file as it is delivered. */
export interface FuzzedFile {
  profile: string;
  encoding: Encoding;
  bytes: Buffer;
}

/** Reads a file and returns the class of its outcome; throws if something is broken. */
export type Reading = (file: FuzzedFile) => Promise<string>;

const profiles = readProfiles();

/**
 * Reads a file as ingest does, without a database, and returns the class of its outcome. Throws if
 * ingest crashes or breaks a guarantee: every line is in one record, every record is a row or a
 * reject, and every value can be written.
 */
export async function readThrough(file: FuzzedFile): Promise<string> {
  try {
    const { records, rejected } = await read(file);
    if (records === 0) return 'no rows';
    if (rejected === 0) return 'all rows read';
    return rejected === records ? 'all rows rejected' : 'some rows rejected';
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    expectThat(error.message.isWellFormed(), 'a refusal speaks in whole characters');
    return `refused: ${error.code}`;
  }
}

async function read(file: FuzzedFile) {
  const profile = profiles.find(({ name }) => name === file.profile);
  if (!profile) throw new Error(`There is no profile ${file.profile}`);
  const encoding = chooseEncoding(file.encoding, profile);
  const unpacked: Uint8Array[] = [];
  async function* keeping() {
    for await (const chunk of unpack(sourceOf(file.bytes))) {
      unpacked.push(chunk);
      yield chunk;
    }
  }
  const { layout, header, records } = await openRecords(
    readLines(keeping(), encoding),
    profile,
    profiles,
  );
  const context = { profile, layout, baseDate: '2027-01-05', today: '2027-01-05' };
  const seen: FileRecord[] = [];
  let rejected = 0;
  let accepted = 0;
  for await (const framed of records) {
    const parsed = parseRecords(framed, profile);
    expectThat(parsed.length === framed.length, 'every framed record is parsed');
    for (const record of parsed) {
      seen.push(record);
      const result = parseRow(record, context);
      checkRow(result);
      if ('row' in result) accepted += 1;
      else rejected += 1;
    }
  }
  expectThat(accepted + rejected === seen.length, 'every record is a row or a reject');
  const hasTooLong = seen.some(({ broken }) => broken === 'record-too-long');
  const lines = linesOf(Buffer.concat(unpacked), encoding, hasTooLong);
  expectEveryLine(
    seen,
    header === null ? lines : lines.slice(header.split('\n').filter(Boolean).length),
  );
  return { records: seen.length, rejected };
}

/** The records, line by line, equal the file: nothing is lost or duplicated. */
function expectEveryLine(records: FileRecord[], expected: string[]): void {
  const lines = records.flatMap(({ raw, broken }) =>
    // Only the beginning of a record that is too long is kept.
    raw
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => ({ line, isWhole: broken !== 'record-too-long' })),
  );
  expectThat(lines.length === expected.length, `${expected.length} lines, seen ${lines.length}`);
  for (const [at, { line, isWhole }] of lines.entries()) {
    const there = expected[at] ?? '';
    // Its last character may have been cut.
    const isThere = isWhole ? there === line : there.startsWith(line.slice(0, -1).slice(0, 500));
    expectThat(isThere, `line ${at + 1} of the file is in its record`);
  }
}

function sourceOf(bytes: Buffer) {
  return {
    size: bytes.length,
    open: async (from: number, end: number) => Readable.from([bytes.subarray(from, end)]),
  };
}
