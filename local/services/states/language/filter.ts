import type { Json } from '../../../lib/resource.ts';
import { type Path, readPath, readSteps, type Step } from './parsePath.ts';
import { selectSteps } from './selectPath.ts';

/** Tells whether an item of a list stays; `root` is what `$` means. */
export type Filter = (item: Json, root: Json) => boolean;

type Operand = (item: Json, root: Json) => Json | undefined;

type Compare = (one: Json | undefined, other: Json | undefined) => boolean;

const COMPARISONS: { readonly [operator: string]: Compare } = {
  '==': isEqual,
  '!=': (one, other) => !isEqual(one, other),
  '<=': ordered((sign) => sign <= 0),
  '>=': ordered((sign) => sign >= 0),
  '<': ordered((sign) => sign < 0),
  '>': ordered((sign) => sign > 0),
};

/**
 * Reads the filter of a JSONPath, from behind `?`: comparisons with `==`, `!=`, `<`, `<=`, `>`, `>=`, the presence of a
 * path, `&&`, `||`, `!` and brackets. Gives what follows it. Throws a SyntaxError for anything else.
 */
export function parseFilter(text: string): { filter: Filter; rest: string } {
  const first = text.trimStart();
  if (!first.startsWith('(')) throw new SyntaxError(`expected ( before "${text}"`);
  return readUnary(first);
}

function readOr(text: string): { filter: Filter; rest: string } {
  return readChain(
    text,
    '||',
    readAnd,
    (filters) => (item, root) => filters.some((filter) => filter(item, root)),
  );
}

function readAnd(text: string): { filter: Filter; rest: string } {
  return readChain(
    text,
    '&&',
    readUnary,
    (filters) => (item, root) => filters.every((filter) => filter(item, root)),
  );
}

function readChain(
  text: string,
  operator: string,
  read: typeof readUnary,
  join: (filters: Filter[]) => Filter,
): { filter: Filter; rest: string } {
  const filters: Filter[] = [];
  let rest = text;
  for (;;) {
    const next = read(rest.trimStart());
    filters.push(next.filter);
    rest = next.rest.trimStart();
    if (!rest.startsWith(operator)) return { filter: join(filters), rest };
    rest = rest.slice(operator.length);
  }
}

function readUnary(text: string): { filter: Filter; rest: string } {
  if (text.startsWith('!')) {
    const { filter, rest } = readUnary(text.slice(1).trimStart());
    return { filter: (item, root) => !filter(item, root), rest };
  }
  if (!text.startsWith('(')) return readComparison(text);
  const { filter, rest } = readOr(text.slice(1));
  if (!rest.startsWith(')')) throw new SyntaxError(`"${rest}" is not emulated in a filter`);
  return { filter, rest: rest.slice(1) };
}

function readComparison(text: string): { filter: Filter; rest: string } {
  const left = readOperand(text);
  const rest = left.rest.trimStart();
  const operator = Object.keys(COMPARISONS).find((known) => rest.startsWith(known));
  if (operator === undefined) {
    return { filter: (item, root) => left.operand(item, root) !== undefined, rest };
  }
  const right = readOperand(rest.slice(operator.length).trimStart());
  const compare = COMPARISONS[operator] as Compare; // found above
  return {
    filter: (item, root) => compare(left.operand(item, root), right.operand(item, root)),
    rest: right.rest,
  };
}

function readOperand(text: string): { operand: Operand; rest: string } {
  if (text.startsWith('@')) {
    const { steps, rest } = readSteps(text.slice(1));
    return { operand: (item) => one(steps, item), rest };
  }
  if (text.startsWith('$')) {
    const { path, rest } = readPath(text);
    return { operand: (_, root) => one((path satisfies Path).steps, root), rest };
  }
  const [literal] =
    /^(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/.exec(
      text,
    ) ?? [];
  if (literal === undefined) throw new SyntaxError(`"${text}" is not emulated in a filter`);
  const value = /^['"]/.test(literal)
    ? literal.slice(1, -1).replace(/\\(.)/g, '$1')
    : (JSON.parse(literal) as Json);
  return { operand: () => value, rest: text.slice(literal.length) };
}

function one(steps: Step[], value: Json): Json | undefined {
  return selectSteps(steps, value, value)[0];
}

function isEqual(one: Json | undefined, other: Json | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Compares two numbers or two texts; nothing else has an order. */
function ordered(holds: (sign: number) => boolean): Compare {
  return (one, other) => {
    if (typeof one === 'number' && typeof other === 'number') return holds(one - other);
    if (typeof one !== 'string' || typeof other !== 'string') return false;
    return holds(one < other ? -1 : Number(one > other));
  };
}
