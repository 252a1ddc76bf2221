import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { MergeReport } from '../../../services/ingest/merging/mergeRun.ts';
import { WrongAnswer } from '../lib/sameAnswer.ts';

/** The results of one ingest; times in seconds. */
export interface Ingested {
  decision: string;
  report: MergeReport;
  reading: number;
  guarding: number;
  merging: number;
  /** The part of the merge that wrote texts and postings. */
  indexing: number;
  clearing: number;
  /** Until the books are committed. */
  total: number;
  /** Of the process, after reading everything. */
  peakBytes: number;
}

const run = promisify(execFile);
let runs = 0;

/** Ingests a file in its own process; throws if the run's counts are not as expected. */
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
