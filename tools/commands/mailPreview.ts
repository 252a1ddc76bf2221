import { join, relative } from 'node:path';
import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { addCommand } from '../cli/addCommand.ts';
import { root } from '../root.ts';

export function addMailPreview(program: CommandUnknownOpts): void {
  const folder = relative(process.cwd(), join(root, '.local', 'mail-preview'));
  addCommand(program, 'mail-preview', 'write every kind of mail, in both languages, as files')
    .option('--out <folder>', 'where to write them', folder)
    .action(async ({ out }) => {
      const { writePreviews } = await import('../mailPreview/writePreviews.ts');
      console.log(await writePreviews(out, new Date()));
    });
}
