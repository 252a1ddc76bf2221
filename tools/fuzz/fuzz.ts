import { createRandom } from '../testing/random.ts';
import { expectThat } from './checkRow.ts';
import { minimise } from './minimise.ts';
import { mutate } from './mutate.ts';
import { type FuzzedFile, type Reading, readThrough } from './readThrough.ts';
import { makeValidFile, pack } from './validFiles.ts';

/** When to end: after this many runs, or after this much time. */
export interface Budget {
  runs: number;
  seconds: number;
}

/** What broke, and the smallest file that still breaks it in the same way. */
export interface Failure {
  run: number;
  error: Error;
  file: FuzzedFile;
}

export interface FuzzReport {
  runs: number;
  seconds: number;
  /** How often each class of outcome was seen. */
  classes: Map<string, number>;
  /** Peak memory above the initial usage, in bytes. */
  memory: number;
  failure: Failure | null;
}

const MOST_MEMORY = 512 * 1024 ** 2;
const RUNS_BETWEEN_LOOKS = 500;

/**
 * Feeds damaged files to ingest until the budget is used up or something breaks. Equal seeds
 * produce equal files.
 */
export async function fuzz(
  seed: number,
  budget: Budget,
  say: (report: FuzzReport) => void = () => {},
  read: Reading = readThrough,
): Promise<FuzzReport> {
  const begun = performance.now();
  const memory = process.memoryUsage().rss;
  const report: FuzzReport = { runs: 0, seconds: 0, classes: new Map(), memory: 0, failure: null };
  while (report.runs < budget.runs && report.seconds < budget.seconds) {
    const file = await makeFile(seed, report.runs);
    try {
      const outcome = await read(file);
      report.classes.set(outcome, (report.classes.get(outcome) ?? 0) + 1);
      if (report.runs % RUNS_BETWEEN_LOOKS === 0) {
        report.memory = Math.max(report.memory, process.memoryUsage().rss - memory);
        expectThat(report.memory < MOST_MEMORY, 'memory stays below 512 MB');
        say(report);
      }
    } catch (error) {
      const thrown = error instanceof Error ? error : new Error(String(error));
      report.failure = {
        run: report.runs,
        error: thrown,
        file: await minimise(file, thrown, read),
      };
      return report;
    } finally {
      report.runs += 1;
      report.seconds = (performance.now() - begun) / 1000;
    }
  }
  return report;
}

/** Makes the file of one run from the seed and the number of the run alone. */
async function makeFile(seed: number, run: number): Promise<FuzzedFile> {
  const random = createRandom(Math.imul(seed, 0x9e3779b1) + run);
  const { profile, encoding, iconvName, packing, bytes } = await makeValidFile(random);
  const damaged = random.chance(0.95) ? mutate(bytes, random, iconvName) : bytes;
  const packed = await pack(damaged, packing);
  const declared = random.chance(0.03) ? random.pick(['utf-8', 'windows-31j'] as const) : encoding;
  const isHurt = packing !== 'none' && random.chance(0.25);
  return { profile, encoding: declared, bytes: isHurt ? mutate(packed, random) : packed };
}
