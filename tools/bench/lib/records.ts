import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../root.ts';
import type { Line } from './toLine.ts';

/** Where records are kept, relative to the root. */
export const RESULTS = 'tools/bench/results.jsonl';

/** The circumstances of a run. */
export interface Run {
  bench: string;
  commit: string;
  /** Processor model and number of cores. */
  machine: string;
  date: string;
  /** Present if other work kept the machine busy. */
  shared?: true;
}

/** One ratio of a run. */
export interface Record extends Run {
  /** The line of the table: path, unit and peer. */
  line: string;
  ratio: number;
  /** Of the ratio over all rounds, as a share of it. */
  spread: number;
  better: 'higher' | 'lower';
}

/** A ratio that became worse, with the record that it is compared with. */
export interface Worse {
  now: Record;
  last: Record;
}

/** Smaller changes count as noise, even of a ratio that was measured only once. */
const LEAST_SPREAD = 0.05;

/** The records of a table. */
export function toRecords(run: Run, lines: Line[]): Record[] {
  return lines.map(({ path, unit, peer, ratio, spread, better }) => ({
    ...{ bench: run.bench, line: `${path}, ${unit}, beside ${peer.name}`, better },
    ...{ ratio: round(ratio), spread: round(spread) },
    ...run,
  }));
}

/** The last earlier record of the same line on the same kind of machine. */
export function findLast(now: Record, earlier: Record[]): Record | undefined {
  return earlier.findLast(
    ({ bench, line, machine }) =>
      bench === now.bench && line === now.line && machine === now.machine,
  );
}

/** The ratios whose range over all rounds is worse than that of their last record. */
export function findWorse(records: Record[], earlier: Record[]): Worse[] {
  return records.flatMap((now) => {
    const last = findLast(now, earlier);
    return last !== undefined && isWorse(now, last) ? [{ now, last }] : [];
  });
}

function isWorse(now: Record, last: Record): boolean {
  return now.better === 'higher'
    ? now.ratio * (1 + reach(now)) < last.ratio * (1 - reach(last))
    : now.ratio * (1 - reach(now)) > last.ratio * (1 + reach(last));
}

/** Half of the range, as a share of the ratio. */
function reach({ spread }: Record): number {
  return Math.max(spread, LEAST_SPREAD) / 2;
}

/** All records, oldest first. */
export function readRecords(file: string = join(root, RESULTS)): Record[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): Record => JSON.parse(line));
}

export function appendRecords(records: Record[], file: string = join(root, RESULTS)): void {
  appendFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
