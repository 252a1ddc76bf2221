import { verdict } from './compare.ts';
import type { Figure, Line } from './toLine.ts';

/** Formats the lines as a Markdown table for docs/performance.md. */
export function toTable(lines: Line[]): string {
  const rows = lines.map((line) => [
    line.path,
    line.unit,
    describe(line.ours),
    describe(line.peer),
    line.ratio.toFixed(2),
    describeGoal(line),
    verdict(line),
  ]);
  const head = ['path', 'unit', 'ours', 'peer', 'ratio', 'goal', ''];
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function describe({ name, median, spread }: Figure): string {
  if (median === 0) return `${name}: 0`;
  return `${name}: ${round(median)} ± ${Math.round(spread * 50)} %`;
}

function describeGoal({ goal, better }: Line): string {
  if (goal === null) return '–';
  return `${better === 'higher' ? '≥' : '≤'} ${goal}`;
}

function round(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toPrecision(3);
}
