import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand, StopWithMessage } from '../cli/stopWithMessage.ts';
import { type Budget, type FuzzReport, fuzz } from '../fuzz/fuzz.ts';

const USAGE = `npm run fuzz -- [--seed N] [--budget RUNS|SECONDSs]
Feeds damaged files to ingest's reading: 20,000 of them, or as many as fit into 60s.
A failure is written to a file, smallest first, and ends with 1.`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
      budget: { type: 'string', default: '20000' },
    },
  });
  const seed = Number(values.seed);
  const budget = readBudget(values.budget);
  if (!Number.isSafeInteger(seed) || budget === null) throw new StopWithMessage(USAGE, 2);
  console.log(`seed ${seed}`);
  const report = await fuzz(seed, budget, tellProgress());
  console.log(describe(report));
  if (report.failure === null) return 0;
  const { run, error, file } = report.failure;
  const path = join(mkdtempSync(join(tmpdir(), 'shinkan-fuzz-')), `${seed}-${run}`);
  writeFileSync(path, file.bytes);
  console.error(`
FAILED in run ${run} of seed ${seed}: ${error.stack}
The smallest file that fails alike (${file.bytes.length} bytes, ${file.profile}, ${file.encoding}): ${path}`);
  return 1;
});

function readBudget(text: string): Budget | null {
  const match = /^(\d+)(s?)$/.exec(text);
  if (!match) return null;
  const number = Number(match[1]);
  return match[2] === 's'
    ? { runs: Number.POSITIVE_INFINITY, seconds: number }
    : { runs: number, seconds: Number.POSITIVE_INFINITY };
}

/** A line every ten seconds. */
function tellProgress() {
  let told = 0;
  return ({ runs, seconds }: FuzzReport) => {
    if (seconds - told < 10) return;
    told = seconds;
    console.log(`${runs} runs, ${Math.round(runs / seconds)} a second`);
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
