import { spawnSync } from 'node:child_process';
import { StopWithMessage } from '../../cli/stopWithMessage.ts';
import { root } from '../../root.ts';
import type { Line } from './compare.ts';
import { describeMachine } from './machine.ts';
import { WrongAnswer } from './sameAnswer.ts';
import { toTable } from './toTable.ts';

/**
 * What `bench/NAME.ts` exports. A missed goal is a line of its table; only a wrong answer throws.
 */
interface Bench {
  bench(): Promise<Line[]>;
}

/** Measures one part and prints its table. */
export async function runBench(name: string): Promise<void> {
  console.log(`${new Date().toISOString()}, commit ${readCommit()}\n${describeMachine()}\n`);
  const { bench } = (await import(`../${name}.ts`)) as Bench;
  try {
    console.log(toTable(await bench()));
  } catch (error) {
    if (error instanceof WrongAnswer) throw new StopWithMessage(error.message);
    throw error;
  }
}

function readCommit(): string {
  const git = (...words: string[]) =>
    spawnSync('git', words, { cwd: root, encoding: 'utf8' }).stdout?.trim() ?? '';
  const changed = git('status', '--porcelain', '--untracked-files=no') !== '';
  return (git('rev-parse', '--short', 'HEAD') || 'unknown') + (changed ? ' with changes' : '');
}
