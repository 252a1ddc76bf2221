import { NotEmulated } from '../../lib/refuse.ts';
import type { Json } from '../../lib/resource.ts';

/** Whether one value of an event matches; undefined stands for a missing field. */
export type Matcher = (value: Json | undefined) => boolean;

const COMPARISONS: { readonly [sign: string]: (value: number, bound: number) => boolean } = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

/**
 * Reads one entry of a pattern's list ("Comparison operators for use in event patterns"): a value
 * or an operator. Throws, naming the operator, if it is not emulated.
 */
export function readMatcher(entry: Json): Matcher {
  if (entry === null || typeof entry !== 'object') return (value) => value === entry;
  const [[operator, operand] = ['', null], ...more] = Object.entries(entry);
  if (more.length > 0) {
    throw new NotEmulated(`${JSON.stringify(entry)} has more than one operator`);
  }
  switch (operator) {
    case 'exists':
      return (value) => (value !== undefined) === operand;
    case 'prefix':
    case 'suffix':
      return ofText(affix(operator, operand));
    case 'equals-ignore-case':
      return ofText((text) => text.toLowerCase() === String(operand).toLowerCase());
    case 'wildcard':
      return ofText((text) => wildcard(String(operand)).test(text));
    case 'numeric':
      return numeric(operand);
    case 'anything-but':
      return anythingBut(operand);
    default:
      throw new NotEmulated(`the operator ${operator || JSON.stringify(entry)} is not emulated`);
  }
}

function affix(operator: 'prefix' | 'suffix', operand: Json): (text: string) => boolean {
  const starts = (text: string, part: string) =>
    operator === 'prefix' ? text.startsWith(part) : text.endsWith(part);
  if (typeof operand === 'string') return (text) => starts(text, operand);
  const folded = String(Object(operand)['equals-ignore-case']).toLowerCase();
  return (text) => starts(text.toLowerCase(), folded);
}

function anythingBut(operand: Json): Matcher {
  const isOperator = operand !== null && typeof operand === 'object' && !Array.isArray(operand);
  const entries = isOperator
    ? Object.entries(operand).flatMap(([name, of]) => [of].flat().map((one) => ({ [name]: one })))
    : [operand].flat();
  const matchers = entries.map(readMatcher);
  return (value) => value !== undefined && !matchers.some((matches) => matches(value));
}

function numeric(operand: Json): Matcher {
  const parts = Array.isArray(operand) ? operand : [];
  const bounds = parts.flatMap((sign, at) => {
    if (at % 2 === 1) return [];
    const compare = COMPARISONS[String(sign)];
    if (!compare) throw new NotEmulated(`numeric ${JSON.stringify(sign)} is no comparison`);
    return (value: number) => compare(value, Number(parts[at + 1]));
  });
  return (value) => typeof value === 'number' && bounds.every((holds) => holds(value));
}

function ofText(matches: (text: string) => boolean): Matcher {
  return (value) => typeof value === 'string' && matches(value);
}

function wildcard(pattern: string): RegExp {
  const literal = (part: string) =>
    part.replace(/\\(.)/g, '$1').replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const parts = pattern.split(/(?<!\\)\*/).map(literal);
  return new RegExp(`^${parts.join('.*')}$`, 's');
}
