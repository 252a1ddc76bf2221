import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { addCommand } from '../cli/addCommand.ts';

export function addVerify(program: CommandUnknownOpts): void {
  addCommand(program, 'verify', 'check format, types, unused and generated code').action(
    async () => {
      const { verify } = await import('../checks/verify.ts');
      process.exitCode = await verify();
    },
  );
}
