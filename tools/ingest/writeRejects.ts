import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { IngestOperation } from '../../client/src/operateIngest.ts';
import { findRun } from './findRun.ts';

/** What was written, and how it is ingested again. */
export interface RejectsFile {
  file: string;
  records: number;
  profile: string;
}

/**
 * Writes the rejected records of a run as a file of its profile, in UTF-8: its header and each record
 * as it came, so that it can be corrected and ingested again. The file's name keeps the business date
 * and never claims to list every book.
 *
 * @param say receives the reason of each rejection
 */
export async function writeRejects(
  ingest: IngestOperation,
  id: string,
  out: string | undefined,
  say: (line: string) => void,
): Promise<RejectsFile> {
  const { baseDate, notes, profile } = await findRun(ingest, id);
  const date = baseDate ? `${baseDate.replaceAll('-', '')}_` : '';
  const file = out ?? `rejects_${date}${id}.csv`;
  let records = 0;
  const lines = async function* () {
    if (notes?.header) yield `${notes.header}\n`;
    for await (const { reason, raw } of ingest.everyReject(id)) {
      records += 1;
      say(reason);
      yield `${raw}\n`;
    }
  };
  await pipeline(Readable.from(lines()), createWriteStream(file));
  return { file, records, profile };
}
