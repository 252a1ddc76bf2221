import { FilterReader } from './filter.ts';
import type { Path, Step } from './path.ts';

const parsed = new Map<string, Path>();

const NAME = /^[^\s.[\]()*,'"?@<>=!&|~]+/;
const QUOTED = /^\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\s*/;

/**
 * Parses a JSONPath of the Amazon States Language ("Paths"). Throws a SyntaxError if it is not one
 * or is not emulated: functions, and filter operators beyond comparisons and logic. Definitions
 * contain few paths, so each is parsed once.
 */
export function parsePath(text: string): Path {
  const known = parsed.get(text);
  if (known) return known;
  const { path, rest } = readPath(text);
  if (rest !== '') throw new SyntaxError(`"${text}" is no path: unexpected "${rest}"`);
  parsed.set(text, path);
  return path;
}

/** Reads a path from the beginning of a text; also returns the remaining text. */
export function readPath(text: string): { path: Path; rest: string } {
  const root = text.startsWith('$$') ? '$$' : '$';
  if (!text.startsWith(root)) throw new SyntaxError(`"${text}" is no path: expected $ or $$`);
  const { steps, rest } = readSteps(text.slice(root.length));
  const isDefinite = steps.every(
    (step) =>
      !step.deep &&
      ((step.kind === 'names' && step.names.length === 1) ||
        (step.kind === 'indexes' && step.indexes.length === 1)),
  );
  return { path: { root, steps, isDefinite }, rest };
}

/** Reads steps such as `.a[0]..b` from the beginning of a text. */
export function readSteps(text: string): { steps: Step[]; rest: string } {
  const steps: Step[] = [];
  let rest = text;
  for (;;) {
    const deep = rest.startsWith('..');
    const afterDots = deep ? rest.slice(2) : rest.startsWith('.') ? rest.slice(1) : rest;
    if (afterDots.startsWith('[')) {
      const read = readBracket(afterDots);
      steps.push({ ...read.step, deep });
      rest = read.rest;
    } else if (afterDots === rest) {
      return { steps, rest };
    } else if (afterDots.startsWith('*')) {
      steps.push({ kind: 'all', deep });
      rest = afterDots.slice(1);
    } else {
      const [name] = NAME.exec(afterDots) ?? [];
      if (name === undefined) throw new SyntaxError(`a name is missing before "${afterDots}"`);
      rest = afterDots.slice(name.length);
      if (rest.startsWith('(')) throw new SyntaxError(`the function ${name}() is not emulated`);
      steps.push({ kind: 'names', names: [name], deep });
    }
  }
}

const filters = new FilterReader(readSteps);

type Undirected<T> = T extends unknown ? Omit<T, 'deep'> : never;

function readBracket(text: string): { step: Undirected<Step>; rest: string } {
  if (text.startsWith('[?')) {
    const { found: filter, rest } = filters.read(text.slice(2));
    return { step: { kind: 'filter', filter }, rest: closed(rest) };
  }
  const inside = text.slice(1);
  if (QUOTED.test(inside)) return readNames(inside);
  const [all, body = ''] = /^\[\s*([^\]]*?)\s*\]/.exec(text) ?? [];
  if (all === undefined) throw new SyntaxError(`"${text}" lacks its ]`);
  const rest = text.slice(all.length);
  if (body === '*') return { step: { kind: 'all' }, rest };
  const [slice, from, to] = /^(-?\d+)?:(-?\d+)?$/.exec(body) ?? [];
  if (slice) return { step: { kind: 'slice', from: integer(from), to: integer(to) }, rest };
  const indexes = body.split(',').map((index) => index.trim());
  if (!indexes.every((index) => /^-?\d+$/.test(index))) {
    throw new SyntaxError(`[${body}] is not emulated in a path`);
  }
  return { step: { kind: 'indexes', indexes: indexes.map(Number) }, rest };
}

function readNames(text: string): { step: Undirected<Step>; rest: string } {
  const names: string[] = [];
  let rest = text;
  for (;;) {
    const [all, single, double] = QUOTED.exec(rest) ?? [];
    if (all === undefined) throw new SyntaxError(`a quoted name is missing before "${rest}"`);
    names.push((single ?? double ?? '').replace(/\\(.)/g, '$1'));
    rest = rest.slice(all.length);
    if (!rest.startsWith(',')) return { step: { kind: 'names', names }, rest: closed(rest) };
    rest = rest.slice(1);
  }
}

function closed(rest: string): string {
  if (rest.startsWith(']')) return rest.slice(1);
  throw new SyntaxError(`expected ] before "${rest}"`);
}

function integer(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
