import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { MergeReport } from '../../../services/ingest/merging/mergeRun.ts';
import { WrongAnswer } from '../lib/sameAnswer.ts';

/** What one ingest came to; times in seconds. */
export interface Ingested {
  decision: string;
  report: MergeReport;
  reading: number;
  guarding: number;
  merging: number;
  /** Of the merging, what wrote texts and postings. */
  indexing: number;
  clearing: number;
  /** Until the books are committed. */
  total: number;
  /** Of the process, when all was read. */
  peakBytes: number;
}

const run = promisify(execFile);
let runs = 0;

/** Ingests a file in a process of its own; a run that does not give the expected counts is an error. */
export async function runIngest(
  url: string,
  file: string,
  expected: Partial<MergeReport>,
): Promise<Ingested> {
  runs += 1;
  const day = String(20261100 + runs);
  const { stdout } = await run(process.execPath, [
    // As the container is started.
    '--max-old-space-size=192',
    '--max-semi-space-size=8',
    join(import.meta.dirname, 'ingestProcess.ts'),
    url,
    file,
    `bench-${runs}`,
    `shinkan_${day}_full_001.csv`,
  ]);
  const ingested: Ingested = JSON.parse(stdout);
  for (const [name, count] of Object.entries(expected)) {
    const found = ingested.report[name as keyof MergeReport];
    if (found !== count) throw new WrongAnswer(`${name} is ${found}, expected ${count}`);
  }
  return ingested;
}
