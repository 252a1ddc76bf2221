import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { addCommand } from '../cli/addCommand.ts';

export function addSecurity(program: CommandUnknownOpts): void {
  addCommand(program, 'security', 'attack a running stack as strangers and members would')
    .requiredOption(
      '--stack <file>',
      'what describes it: .local/stack.json, or a file as in docs/security.md',
    )
    .action(async ({ stack }) => {
      const { attackStack } = await import('../security/attackStack.ts');
      process.exitCode = await attackStack(stack);
    });
}
