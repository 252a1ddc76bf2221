import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { addCommand } from '../cli/addCommand.ts';
import { dirOption, wholeNumber } from '../cli/options.ts';

export function addLighthouse(program: CommandUnknownOpts): void {
  addCommand(
    program,
    'lighthouse',
    'audit the pages of a running stack as a phone on a slow network; fail below 95 for performance or 100 for the rest',
  )
    .addOption(dirOption())
    .option('--runs <n>', 'audits of each page, of which the median counts', wholeNumber(1, 99), 3)
    .option('--only <text>', 'only pages whose address contains this', '')
    .action(async ({ dir, runs, only }) => {
      const { auditPages } = await import('../lighthouse/auditPages.ts');
      process.exitCode = await auditPages(dir, runs, only);
    });
}
