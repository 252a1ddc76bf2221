import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { Option } from '@commander-js/extra-typings';
import { wholeNumber } from '../cli/options.ts';
import { addStackCommand } from './start.ts';

/** Node's default debugging port. */
const INSPECT_PORT = '9229';

export function addDev(program: CommandUnknownOpts): void {
  addStackCommand(program, 'dev', 'run it with hot reload of the web app, resolvers and functions')
    .addOption(
      new Option(
        '--inspect [port]',
        `let debuggers attach, from port ${INSPECT_PORT} or this one on`,
      )
        .preset(INSPECT_PORT)
        .argParser(wholeNumber(1_024, 65_000)),
    )
    .action(async ({ inspect, ...options }) => {
      const [{ runStart }, { runDev }] = await Promise.all([
        import('../stack/runStart.ts'),
        import('../dev/runDev.ts'),
      ]);
      await runStart(options, (given) => runDev({ ...given, inspect }));
    });
}
