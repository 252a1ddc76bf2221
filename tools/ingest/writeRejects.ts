import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Stack } from '../stack/stack.ts';
import { eachReject, readRun } from './readRun.ts';

/** What was written, and how it is ingested again. */
export interface RejectsFile {
  file: string;
  records: number;
  profile: string;
}

/**
 * Writes the rejected records of a run as a file of its profile, in UTF-8: its header and each record
 * as it came, so that it can be mended and ingested again. The file's name keeps the business date and
 * never claims to list every book.
 *
 * @param say is told of each record why it was rejected
 */
export async function writeRejects(
  stack: Stack,
  id: string,
  out: string | undefined,
  say: (line: string) => void,
): Promise<RejectsFile> {
  const { row, notes } = await readRun(stack, id);
  const date = row.base_date === null ? '' : `${`${row.base_date}`.replaceAll('-', '')}_`;
  const file = out ?? `rejects_${date}${id}.csv`;
  let records = 0;
  const lines = async function* () {
    if (notes?.header) yield `${notes.header}\n`;
    for await (const reject of eachReject(stack, id)) {
      records += 1;
      say(reject.reason);
      yield `${reject.raw}\n`;
    }
  };
  await pipeline(Readable.from(lines()), createWriteStream(file));
  return { file, records, profile: `${row.profile}` };
}
