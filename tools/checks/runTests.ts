import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { smokeBenches } from '../bench/lib/smokeBenches.ts';
import { buildAssembly } from '../build/buildAssembly.ts';
import { EXIT } from '../cli/exitCodes.ts';
import { listBenches } from '../cli/listBenches.ts';
import { runInTerminal } from '../cli/runInTerminal.ts';
import { StopWithMessage } from '../cli/stopWithMessage.ts';
import { ensureChromium } from '../install/ensureChromium.ts';
import { ensureEngine } from '../install/ensureEngine.ts';
import { root } from '../root.ts';
import { type FailureReport, sayFailedTests } from './failedTests.ts';
import { runMutations } from './mutation/runMutations.ts';
import { findSkippedTests, type TestReport } from './skippedTests.ts';
import { sayWhereTimeWent, type TimedFile } from './whereTimeWent.ts';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface Summary {
  numPassedTests: number;
  numFailedTests: number;
  testResults: (TestReport['testResults'][number] &
    FailureReport['testResults'][number] & { startTime: number; endTime: number })[];
}

const PROVING_THE_PRODUCT = ['unit', 'synth', 'database', 'stack'];
const ADDED_BY_ALL = ['local', 'bars'];

/** Runs the tests that prove the product, or those that these arguments of Vitest select. */
export async function runTests(selection: string[]): Promise<number> {
  if (selection.length === 0) return sayCounts(await runVitest(inProjects(PROVING_THE_PRODUCT)));
  const isOneFile = selection.length === 1 && isFile(selection[0] ?? '');
  // One file needs one stack.
  return sayCounts(await runVitest(isOneFile ? [...selection, '--maxWorkers=1'] : selection));
}

/** Runs what `runTests` leaves out. */
export async function runLongTests(): Promise<number> {
  const counts = await runVitest(inProjects(ADDED_BY_ALL));
  const benches = listBenches();
  const broken = await smokeBenches(benches);
  counts.passed += benches.length - broken.length;
  counts.failed += broken.length;
  for (const name of broken) console.log(`Failed: bench ${name}`);
  return sayCounts(counts);
}

/** Runs everything at its full size, the fuzzers and the mutation tests. */
export async function runNightlyTests(): Promise<number> {
  const counts = await runVitest([], { BAR_FULL: '1' });
  for (const code of [
    await runInTerminal('node', ['tools/shinkan.ts', 'fuzz']),
    await runMutations(),
  ]) {
    counts[code === EXIT.done ? 'passed' : 'failed'] += 1;
  }
  return sayCounts(counts);
}

/** Prints the counts as the last line, and returns the exit code. */
function sayCounts({ passed, failed, skipped }: Counts): number {
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed === 0 ? EXIT.done : EXIT.failed;
}

const inProjects = (names: string[]) => names.flatMap((name) => ['--project', name]);
const isFile = (path: string) => existsSync(path) && statSync(path).isFile();

/** Runs the tests that Vitest selects by these arguments, and prints where the time went. */
async function runVitest(
  selection: string[],
  environment: { [name: string]: string } = {},
): Promise<Counts> {
  await ensureEngine((line) => console.log(line));
  ensureChromium();
  await buildAssembly((line) => console.log(line));

  const report = join(root, 'node_modules', '.cache', 'shinkan', 'tests.json');
  mkdirSync(join(report, '..'), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runInTerminal('vitest', ['run', ...reporters, ...selection], environment);
  if (!existsSync(report)) throw new StopWithMessage('Vitest ended without a report.');
  // The reporter is Vitest's own; its shape is that of Jest's JSON.
  const summary = JSON.parse(readFileSync(report, 'utf8')) as Summary;
  for (const line of sayWhereTimeWent(summary.testResults.map(toTimed))) console.log(line);
  const byName = selection.some((one) => /^(-t|--testNamePattern)/.test(one));
  const skipped = findSkippedTests(summary, { byName });
  for (const line of skipped.lines) console.log(line);
  const failures = [
    ...sayFailedTests(summary),
    ...skipped.notAllowed.map((test) => `Failed: ${test}: skipped without a reviewed reason`),
  ];
  if (code !== 0 && failures.length === 0) failures.push('Failed: an error outside of the tests');
  for (const line of failures) console.log(line);
  return {
    passed: summary.numPassedTests,
    failed: Math.max(summary.numFailedTests, code === 0 ? 0 : 1) + skipped.notAllowed.length,
    skipped: skipped.count - skipped.notAllowed.length,
  };
}

function toTimed({ name, startTime, endTime }: Summary['testResults'][number]): TimedFile {
  return { file: relative(root, name), seconds: (endTime - startTime) / 1000 };
}
