import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT } from '../cli/exitCodes.ts';
import { say, showProgress } from '../cli/output.ts';
import { type Budget, type FuzzReport, fuzz } from './fuzz.ts';

/**
 * Feeds damaged files to the ingest parser. A failure is written to a file, the smallest that fails alike. Returns the
 * exit code.
 */
export async function runFuzz(seed: number, budget: Budget, debug: boolean): Promise<number> {
  say(`seed ${seed}`);
  const report = await fuzz(seed, budget, tellProgress());
  console.log(describe(report));
  if (report.failure === null) return EXIT.done;
  const { run, error, file } = report.failure;
  const path = join(mkdtempSync(join(tmpdir(), 'shinkan-fuzz-')), `${seed}-${run}`);
  writeFileSync(path, file.bytes);
  console.error(`
FAILED in run ${run} of seed ${seed}: ${debug ? error.stack : error}
The smallest file that fails alike (${file.bytes.length} bytes, ${file.profile}, ${file.encoding}): ${path}`);
  return EXIT.failed;
}

/** A line every ten seconds. */
function tellProgress() {
  let told = 0;
  return ({ runs, seconds }: FuzzReport) => {
    if (seconds - told < 10) return;
    told = seconds;
    showProgress(`${runs} runs, ${Math.round(runs / seconds)} a second`);
  };
}

function describe({ runs, seconds, memory, classes }: FuzzReport): string {
  const list = [...classes]
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, count]) => `${String(count).padStart(9)}  ${name}`);
  const rate = Math.round(runs / seconds);
  const megabytes = Math.round(memory / 1024 ** 2);
  return [`${runs} runs, ${rate} a second, ${megabytes} MB more memory`, ...list].join('\n');
}
