import { type CommandUnknownOpts, Option } from '@commander-js/extra-typings';
import { InvalidArgumentError } from 'commander';
import { addCommand } from '../cli/addCommand.ts';
import { wholeNumber } from '../cli/options.ts';
import type { Budget } from '../fuzz/fuzz.ts';

const MOST = Number.MAX_SAFE_INTEGER;

export function addFuzz(program: CommandUnknownOpts): void {
  addCommand(program, 'fuzz', 'feed damaged files to the ingest parser')
    .option('--seed <n>', 'repeat the files of an earlier run', wholeNumber(0, MOST))
    .addOption(
      new Option('--budget <runs|seconds>', 'how many files, or how long, such as 60s')
        .argParser(readBudget)
        .default(readBudget('20000'), '20000'),
    )
    .action(async ({ seed = Date.now() % 1_000_000_000, budget, debug }) => {
      const { runFuzz } = await import('../fuzz/runFuzz.ts');
      process.exitCode = await runFuzz(seed, budget, debug ?? false);
    });
}

function readBudget(text: string): Budget {
  const [, number, unit] = /^(\d+)(s?)$/.exec(text) ?? [];
  if (number === undefined) throw new InvalidArgumentError('Expected a number, or seconds as 60s.');
  const unlimited = { runs: Number.POSITIVE_INFINITY, seconds: Number.POSITIVE_INFINITY };
  return { ...unlimited, [unit === 's' ? 'seconds' : 'runs']: Number(number) };
}
