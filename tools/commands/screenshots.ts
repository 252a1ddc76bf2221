import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { addCommand } from '../cli/addCommand.ts';
import { dirOption } from '../cli/options.ts';

export function addScreenshots(program: CommandUnknownOpts): void {
  addCommand(program, 'screenshots', 'take the pictures of docs/images/ from a running stack')
    .addOption(dirOption())
    .action(async ({ dir }) => {
      const { takeScreenshots } = await import('../screenshots/takeScreenshots.ts');
      await takeScreenshots(dir);
    });
}
