import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '../../cli/exitCodes.ts';
import { runInTerminal } from '../../cli/runInTerminal.ts';
import { StopWithMessage } from '../../cli/stopWithMessage.ts';
import { ensureEngine } from '../../install/ensureEngine.ts';
import { root } from '../../root.ts';
import { type MutationReport, readMutationScore } from './mutationScore.ts';

const REPORT = join(root, 'node_modules/.cache/shinkan/mutation/report.json');

/**
 * Changes the code of these files, or of all that the configuration names, in small ways, and runs
 * the tests that import them: a change that no test notices survives. Results of earlier runs count
 * where neither the code nor its tests have changed. Returns the exit code; a score below the limit
 * is a failure.
 */
export async function runMutations(files: string[] = []): Promise<number> {
  await ensureEngine((line) => console.log(line));
  rmSync(REPORT, { force: true });
  const selection = files.length > 0 ? ['--mutate', files.join(',')] : [];
  await runInTerminal('stryker', [
    'run',
    'tools/checks/mutation/stryker.config.json',
    ...selection,
  ]);
  if (!existsSync(REPORT)) throw new StopWithMessage('Stryker ended without a report.');
  const { lines, tooLow } = readMutationScore(
    JSON.parse(readFileSync(REPORT, 'utf8')) as MutationReport,
  );
  for (const line of lines) console.log(line);
  if (tooLow.length > 0) console.log(`Too few: ${tooLow.join(', ')}.`);
  return tooLow.length === 0 ? EXIT.done : EXIT.failed;
}
