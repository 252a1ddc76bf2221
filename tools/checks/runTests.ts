import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildAssembly } from '../build/buildAssembly.ts';
import { runInTerminal } from '../cli/runInTerminal.ts';
import { StopWithMessage } from '../cli/stopWithMessage.ts';
import { ensureChromium } from '../install/ensureChromium.ts';
import { ensureMariadb } from '../install/ensureMariadb.ts';
import { root } from '../root.ts';
import { sayWhereTimeWent, type TimedFile } from './whereTimeWent.ts';

interface Summary {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { name: string; startTime: number; endTime: number }[];
}

const PROVING_THE_PRODUCT = ['unit', 'synth', 'database', 'stack'];
const ADDED_BY_ALL = ['local', 'bars'];

/** Runs the tests that prove the product, or those that these arguments of Vitest select. */
export function runTests(selection: string[]): Promise<number> {
  if (selection.length === 0) return runVitest(inProjects(PROVING_THE_PRODUCT));
  const isOneFile = selection.length === 1 && isFile(selection[0] ?? '');
  // One file needs one stack.
  return runVitest(isOneFile ? [...selection, '--maxWorkers=1'] : selection);
}

/** Runs what `runTests` leaves out. */
export function runLongTests(): Promise<number> {
  return runVitest(inProjects(ADDED_BY_ALL));
}

/** Runs everything at its full size, the fuzzers and the mutation tests. */
export async function runNightlyTests(): Promise<number> {
  const codes = [
    await runVitest([], { BAR_FULL: '1' }),
    await runInTerminal('node', ['tools/shinkan.ts', 'fuzz']),
  ];
  return Math.max(...codes);
}

const inProjects = (names: string[]) => names.flatMap((name) => ['--project', name]);
const isFile = (path: string) => existsSync(path) && statSync(path).isFile();

/**
 * Runs the tests that Vitest selects by these arguments; prints where the time went, and the counts
 * last. Returns Vitest's exit code.
 */
async function runVitest(
  selection: string[],
  environment: { [name: string]: string } = {},
): Promise<number> {
  ensureMariadb();
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
  const failed = Math.max(summary.numFailedTests, code === 0 ? 0 : 1);
  const skipped = summary.numPendingTests > 0 ? `, ${summary.numPendingTests} skipped` : '';
  console.log(`${summary.numPassedTests} passed, ${failed} failed${skipped}`);
  return code;
}

function toTimed({ name, startTime, endTime }: Summary['testResults'][number]): TimedFile {
  return { file: relative(root, name), seconds: (endTime - startTime) / 1000 };
}
