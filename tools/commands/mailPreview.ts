import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { addCommand } from '../cli/addCommand.ts';
import { inCheckout } from '../cli/options.ts';

export function addMailPreview(program: CommandUnknownOpts): void {
  addCommand(program, 'mail-preview', 'write every kind of mail, in both languages, as files')
    .option('--out <folder>', 'where to write them', inCheckout('.local/mail-preview'))
    .action(async ({ out }) => {
      const { writePreviews } = await import('../mailPreview/writePreviews.ts');
      console.log(await writePreviews(out, new Date()));
    });
}
