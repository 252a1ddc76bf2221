import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildAssembly } from '../build/buildAssembly.ts';
import { runCommand, StopWithMessage } from '../cli/stopWithMessage.ts';
import { ensureChromium } from '../install/ensureChromium.ts';
import { ensureMariadb } from '../install/ensureMariadb.ts';
import { root } from '../root.ts';

interface Summary {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
}

await runCommand(async () => {
  ensureMariadb();
  ensureChromium();
  await buildAssembly((line) => console.log(line));

  const report = join(root, 'node_modules', '.cache', 'shinkan', 'tests.json');
  mkdirSync(join(report, '..'), { recursive: true });
  rmSync(report, { force: true });
  const wanted = process.argv.slice(2);
  const done = spawnSync(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...wanted],
    { cwd: root, stdio: 'inherit' },
  );
  if (!existsSync(report)) throw new StopWithMessage('Vitest ended without a report.');
  // The reporter is Vitest's own; its shape is that of Jest's JSON.
  const summary = JSON.parse(readFileSync(report, 'utf8')) as Summary;
  const failed = Math.max(summary.numFailedTests, done.status === 0 ? 0 : 1);
  const skipped = summary.numPendingTests > 0 ? `, ${summary.numPendingTests} skipped` : '';
  console.log(`${summary.numPassedTests} passed, ${failed} failed${skipped}`);
  return done.status ?? 1;
});
