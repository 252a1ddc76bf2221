import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { InvalidArgumentError } from 'commander';
import { addCommand } from '../cli/addCommand.ts';
import { dirOption, engineOption, useEngine, wholeNumber } from '../cli/options.ts';

export function addStart(program: CommandUnknownOpts): void {
  addStackCommand(program, 'start', 'run the whole service on this machine').action(
    async (options) => (await import('../stack/runStart.ts')).runStart(options),
  );
}

/** Adds a command that runs the stack, with all its options. */
export function addStackCommand(program: CommandUnknownOpts, name: string, summary: string) {
  return addCommand(program, name, summary)
    .option('--fresh', 'start from an empty state', false)
    .option('--empty', 'load no demo catalogue', false)
    .addOption(dirOption())
    .addOption(engineOption())
    .hook('preAction', useEngine)
    .option('--port <n>', 'the first port; 0 takes free ones', wholeNumber(0, 65_000), 4000)
    .option('--tick <seconds>', 'how often the shop is asked', wholeNumber(1, 60), 5)
    .option(
      '--mail-rate <n>',
      'how many mails a second are sent at most',
      wholeNumber(1, 9_999),
      14,
    )
    .option(
      '--mail-window <times>',
      'when date changes, cancellations and new books are mailed, in Japanese time; 00:00-00:00: at once',
      readWindow,
      '08:00-10:00',
    );
}

function readWindow(text: string): string {
  const time = '([01][0-9]|2[0-3]):[0-5][0-9]';
  if (new RegExp(`^${time}-${time}$`).test(text)) return text;
  throw new InvalidArgumentError('Expected two times such as 08:00-10:00.');
}
