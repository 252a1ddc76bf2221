import { Argument, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { addCommand } from '../cli/addCommand.ts';

export function addCompletion(program: CommandUnknownOpts): void {
  addCommand(
    program,
    'completion',
    'print a completion script: source <(npx shinkan completion bash)',
  )
    .addArgument(new Argument('<shell>').choices(['bash', 'zsh'] as const))
    .action(async (shell) => {
      const { writeCompletion } = await import('../cli/writeCompletion.ts');
      console.log(writeCompletion(program, shell));
    });
}
