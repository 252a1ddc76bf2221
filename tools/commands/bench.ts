import { Argument, type CommandUnknownOpts, Option } from '@commander-js/extra-typings';
import { addCommand } from '../cli/addCommand.ts';
import { EXIT } from '../cli/exitCodes.ts';
import { listBenches } from '../cli/listBenches.ts';
import { StopWithMessage } from '../cli/stopWithMessage.ts';

export function addBench(program: CommandUnknownOpts): void {
  const names = listBenches();
  addCommand(program, 'bench', 'measure a part of the local stack beside a peer, or list the parts')
    .addArgument(new Argument('[name]', 'what to measure').choices(names))
    .option('--record', 'append the ratios to the committed records')
    .option('--compare', 'fail if a ratio is worse than its last record')
    .addOption(
      new Option('--smoke', 'run once at the smallest size; without a name, everything').conflicts([
        'record',
        'compare',
      ]),
    )
    .action(async (name, { smoke, ...keeping }, command) => {
      if (name !== undefined) {
        // Read by the benches, which are loaded afterwards.
        if (smoke) process.env.BENCH_SMOKE = '1';
        const { runBench } = await import('../bench/lib/runBench.ts');
        process.exitCode = (await runBench(name, keeping)) ? EXIT.done : EXIT.failed;
      } else if (smoke) {
        const { smokeBenches } = await import('../bench/lib/smokeBenches.ts');
        const failed = await smokeBenches();
        if (failed.length > 0) throw new StopWithMessage(`Benches failed: ${failed.join(', ')}`);
      } else if (keeping.record || keeping.compare) {
        command.error('error: --record and --compare need the name of a part');
      } else console.log(names.join('\n'));
    });
}
