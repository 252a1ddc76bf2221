import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { addStackCommand } from './start.ts';

export function addDev(program: CommandUnknownOpts): void {
  addStackCommand(
    program,
    'dev',
    'run it with hot reload of the web app, resolvers and functions',
  ).action(async (options) => {
    const [{ runStart }, { runDev }] = await Promise.all([
      import('../stack/runStart.ts'),
      import('../dev/runDev.ts'),
    ]);
    await runStart(options, runDev);
  });
}
