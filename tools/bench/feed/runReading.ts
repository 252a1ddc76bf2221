import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { WrongAnswer } from '../lib/sameAnswer.ts';

/**
 * The stage up to which a file is read: to characters; to cells by csv-parse alone; to records by
 * our own framing with csv-parse behind it; the same with a hash of each; to the name that
 * identifies a known row; to books.
 */
export type Reading = 'decode' | 'csvParse' | 'parse' | 'parseAndHash' | 'recognize' | 'wholeRows';

const run = promisify(execFile);

/**
 * Reads a file with this many rows and a header; returns rows per second and the peak of memory.
 */
export async function runReading(
  how: Reading,
  file: string,
  rows: number,
): Promise<{ rate: number; peakBytes: number }> {
  const script = join(import.meta.dirname, 'readProcess.ts');
  const { stdout } = await run(process.execPath, [script, how, file]);
  const { records, seconds, peakBytes } = JSON.parse(stdout);
  if (how !== 'decode' && records !== rows + 1) {
    throw new WrongAnswer(`${how} gave ${records} records of ${rows + 1}`);
  }
  return { rate: rows / seconds, peakBytes };
}
