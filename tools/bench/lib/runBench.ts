import { spawnSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { StopWithMessage } from '../../cli/stopWithMessage.ts';
import { root } from '../../root.ts';
import { describeMachine, describeProcessors } from './machine.ts';
import {
  appendRecords,
  findLast,
  findWorse,
  RESULTS,
  type Run,
  readRecords,
  toRecords,
} from './records.ts';
import { WrongAnswer } from './sameAnswer.ts';
import type { Line } from './toLine.ts';
import { toTable } from './toTable.ts';

/**
 * What `bench/NAME.ts` exports. A missed goal is a line of its table; only a wrong answer throws.
 */
interface Bench {
  bench(): Promise<Line[]>;
}

/** From this load on before a bench, in runnable processes, other work is shaping its figures. */
const SHARED_LOAD = 1;

/**
 * Measures one part and prints its table. `compare` also names the ratios that are worse than their
 * last record, `record` keeps the new ones. Returns whether none is worse.
 */
export async function runBench(
  name: string,
  { compare = false, record = false }: { compare?: boolean; record?: boolean },
): Promise<boolean> {
  const run = describeRun(name);
  console.log(`${run.date}, commit ${run.commit}\n${describeMachine()}\n`);
  const lines = await measure(name);
  console.log(toTable(lines));
  const records = toRecords(run, lines);
  const isGood = !compare || compareWithLast(records);
  if (record) appendRecords(records);
  return isGood;
}

function describeRun(bench: string): Run {
  return {
    bench,
    commit: readCommit(),
    machine: describeProcessors(),
    date: new Date().toISOString(),
    ...((loadavg()[0] ?? 0) >= SHARED_LOAD && { shared: true }),
  };
}

async function measure(name: string): Promise<Line[]> {
  const { bench } = (await import(`../${name}.ts`)) as Bench;
  try {
    const lines = await bench();
    checkTable(lines);
    return lines;
  } catch (error) {
    if (error instanceof WrongAnswer) throw new StopWithMessage(`${name}: ${error.message}`);
    throw error;
  }
}

/** A table without figures means that nothing was measured. */
export function checkTable(lines: Line[]): void {
  if (lines.length === 0) throw new WrongAnswer('the table is empty');
  const broken = lines.find(({ ratio, spread }) => !Number.isFinite(ratio + spread));
  if (broken) throw new WrongAnswer(`${broken.path}, ${broken.unit}: there is no ratio`);
}

function compareWithLast(records: ReturnType<typeof toRecords>): boolean {
  const earlier = readRecords();
  const unknown = records.filter((now) => findLast(now, earlier) === undefined);
  for (const { line } of unknown) console.log(`No record on this kind of machine: ${line}`);
  const worse = findWorse(records, earlier);
  for (const { now, last } of worse) {
    const { commit, date } = last;
    console.log(`Worse: ${now.line}: ${show(now)}, was ${show(last)} (${commit}, ${date})`);
  }
  if (worse.length === 0) console.log('No ratio is worse than its last record.');
  return worse.length === 0;
}

function show({ ratio, spread }: { ratio: number; spread: number }): string {
  return `${ratio} ± ${Math.round(spread * 50)} %`;
}

/** New records alone do not count as changes. */
function readCommit(): string {
  const git = (...words: string[]) =>
    spawnSync('git', words, { cwd: root, encoding: 'utf8' }).stdout?.trim() ?? '';
  const changed = git('status', '--porcelain', '--untracked-files=no', '.', `:!${RESULTS}`) !== '';
  return (git('rev-parse', '--short', 'HEAD') || 'unknown') + (changed ? ' with changes' : '');
}
