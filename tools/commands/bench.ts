import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Argument, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { addCommand } from '../cli/addCommand.ts';
import { root } from '../root.ts';

export function addBench(program: CommandUnknownOpts): void {
  const names = readdirSync(join(root, 'tools/bench'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -'.ts'.length));
  addCommand(program, 'bench', 'measure a part of the local stack beside a peer, or list the parts')
    .addArgument(new Argument('[name]', 'what to measure').choices(names))
    .action(async (name) => {
      if (name === undefined) return console.log(names.join('\n'));
      const { runBench } = await import('../bench/lib/runBench.ts');
      await runBench(name);
    });
}
