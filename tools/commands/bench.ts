import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Line } from '../bench/lib/compare.ts';
import { describeMachine } from '../bench/lib/machine.ts';
import { WrongAnswer } from '../bench/lib/sameAnswer.ts';
import { toTable } from '../bench/lib/toTable.ts';
import { runCommand, StopWithMessage } from '../cli/stopWithMessage.ts';
import { root } from '../root.ts';

/** What `bench/NAME.ts` exports. A missed goal is a line of its table; only a wrong answer is thrown. */
interface Bench {
  bench(): Promise<Line[]>;
}

await runCommand(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const names = readdirSync(join(root, 'tools/bench'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -3));
  const [name] = positionals;
  if (name === undefined) {
    console.log(['npm run bench -- NAME, where NAME is one of:', ...names].join('\n  '));
    return 0;
  }
  const file = join(root, 'tools/bench', `${name}.ts`);
  if (!existsSync(file)) {
    throw new StopWithMessage(
      `There is no bench ${name}, expected one of: ${names.join(', ')}.`,
      2,
    );
  }
  console.log(`${new Date().toISOString()}, commit ${readCommit()}\n${describeMachine()}\n`);
  const { bench } = (await import(pathToFileURL(file).href)) as Bench;
  try {
    console.log(toTable(await bench()));
    return 0;
  } catch (error) {
    if (error instanceof WrongAnswer) throw new StopWithMessage(error.message);
    throw error;
  }
});

function readCommit(): string {
  const git = (...words: string[]) =>
    spawnSync('git', words, { cwd: root, encoding: 'utf8' }).stdout?.trim() ?? '';
  const changed = git('status', '--porcelain', '--untracked-files=no') !== '';
  return (git('rev-parse', '--short', 'HEAD') || 'unknown') + (changed ? ' with changes' : '');
}
