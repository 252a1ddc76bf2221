import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { addCommand } from '../cli/addCommand.ts';
import { dirOption, wholeNumber } from '../cli/options.ts';

export function addSell(program: CommandUnknownOpts): void {
  const sell = addCommand(program, 'sell', 'let the sample shop start selling books')
    .argument('[isbns...]', 'ISBNs of 13 digits')
    .option('--next <n>', 'the next books of the list instead', wholeNumber(1, 1000))
    .addOption(dirOption())
    .action(async (isbns, { next, dir }) => {
      if ((next === undefined) === (isbns.length === 0)) {
        sell.error('error: give either ISBNs or --next');
      }
      const { runSell } = await import('../shop/runSell.ts');
      await runSell(isbns, dir, next);
    });
}
