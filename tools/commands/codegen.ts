import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { addCommand } from '../cli/addCommand.ts';

export function addCodegen(program: CommandUnknownOpts): void {
  addCommand(program, 'codegen', 'generate types from the schema')
    .option('--check', 'only fail if the committed ones are out of date', false)
    .action(async ({ check }) => {
      const { codegen } = await import('../checks/codegen.ts');
      process.exitCode = await codegen(check);
    });
}
