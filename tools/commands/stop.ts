import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { addCommand } from '../cli/addCommand.ts';
import { dirOption } from '../cli/options.ts';

export function addStop(program: CommandUnknownOpts): void {
  addCommand(program, 'stop', 'end a running stack')
    .addOption(dirOption())
    .action(async ({ dir }) => (await import('../stack/stopStack.ts')).stopStack(dir));
}
