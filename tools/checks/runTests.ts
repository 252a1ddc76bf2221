import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildAssembly } from '../build/buildAssembly.ts';
import { runInTerminal } from '../cli/runInTerminal.ts';
import { StopWithMessage } from '../cli/stopWithMessage.ts';
import { ensureChromium } from '../install/ensureChromium.ts';
import { ensureMariadb } from '../install/ensureMariadb.ts';
import { root } from '../root.ts';

interface Summary {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
}

/**
 * Runs the tests that Vitest selects by these arguments and prints their counts last. Returns
 * Vitest's exit code.
 */
export async function runTests(selection: string[]): Promise<number> {
  ensureMariadb();
  ensureChromium();
  await buildAssembly((line) => console.log(line));

  const report = join(root, 'node_modules', '.cache', 'shinkan', 'tests.json');
  mkdirSync(join(report, '..'), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runInTerminal('vitest', ['run', ...reporters, ...selection]);
  if (!existsSync(report)) throw new StopWithMessage('Vitest ended without a report.');
  // The reporter is Vitest's own; its shape is that of Jest's JSON.
  const summary = JSON.parse(readFileSync(report, 'utf8')) as Summary;
  const failed = Math.max(summary.numFailedTests, code === 0 ? 0 : 1);
  const skipped = summary.numPendingTests > 0 ? `, ${summary.numPendingTests} skipped` : '';
  console.log(`${summary.numPassedTests} passed, ${failed} failed${skipped}`);
  return code;
}
