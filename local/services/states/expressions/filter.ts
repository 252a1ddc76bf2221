import type { Json } from '../../../lib/resource.ts';
import type { Filter, Step } from './path.ts';
import { selectSteps } from './selectPath.ts';

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

/** A parsed filter or operand, and the remaining text. */
interface Read<T> {
  found: T;
  rest: string;
}

/**
 * Reads JSONPath filters: comparisons with `==`, `!=`, `<`, `<=`, `>`, `>=`, the presence of a
 * path, `&&`, `||`, `!` and brackets. Throws a SyntaxError for anything else. `readSteps` reads the
 * paths in them.
 */
export class FilterReader {
  readonly #readSteps: (text: string) => { steps: Step[]; rest: string };

  constructor(readSteps: (text: string) => { steps: Step[]; rest: string }) {
    this.#readSteps = readSteps;
  }

  /** Reads a filter after `?`; also returns the remaining text. */
  read(text: string): Read<Filter> {
    const first = text.trimStart();
    if (!first.startsWith('(')) throw new SyntaxError(`expected ( before "${text}"`);
    return this.#readUnary(first);
  }

  #readOr(text: string): Read<Filter> {
    return readChain(
      text,
      '||',
      (part) => this.#readAnd(part),
      (filters) => (item, root) => filters.some((filter) => filter(item, root)),
    );
  }

  #readAnd(text: string): Read<Filter> {
    return readChain(
      text,
      '&&',
      (part) => this.#readUnary(part),
      (filters) => (item, root) => filters.every((filter) => filter(item, root)),
    );
  }

  #readUnary(text: string): Read<Filter> {
    if (text.startsWith('!')) {
      const { found: filter, rest } = this.#readUnary(text.slice(1).trimStart());
      return { found: (item, root) => !filter(item, root), rest };
    }
    if (!text.startsWith('(')) return this.#readComparison(text);
    const { found, rest } = this.#readOr(text.slice(1));
    if (!rest.startsWith(')')) throw new SyntaxError(`"${rest}" is not emulated in a filter`);
    return { found, rest: rest.slice(1) };
  }

  #readComparison(text: string): Read<Filter> {
    const { found: left, rest: after } = this.#readOperand(text);
    const rest = after.trimStart();
    const operator = Object.keys(COMPARISONS).find((known) => rest.startsWith(known));
    if (operator === undefined) {
      return { found: (item, root) => left(item, root) !== undefined, rest };
    }
    const right = this.#readOperand(rest.slice(operator.length).trimStart());
    const compare = COMPARISONS[operator] as Compare; // matched above
    return {
      found: (item, root) => compare(left(item, root), right.found(item, root)),
      rest: right.rest,
    };
  }

  #readOperand(text: string): Read<Operand> {
    if (text.startsWith('@')) {
      const { steps, rest } = this.#readSteps(text.slice(1));
      return { found: (item) => one(steps, item), rest };
    }
    const [dollars] = /^\$\$?/.exec(text) ?? [];
    if (dollars !== undefined) {
      const { steps, rest } = this.#readSteps(text.slice(dollars.length));
      return { found: (_, root) => one(steps, root), rest };
    }
    return readLiteral(text);
  }
}

function readChain(
  text: string,
  operator: string,
  read: (text: string) => Read<Filter>,
  join: (filters: Filter[]) => Filter,
): Read<Filter> {
  const filters: Filter[] = [];
  let rest = text;
  for (;;) {
    const next = read(rest.trimStart());
    filters.push(next.found);
    rest = next.rest.trimStart();
    if (!rest.startsWith(operator)) return { found: join(filters), rest };
    rest = rest.slice(operator.length);
  }
}

function readLiteral(text: string): Read<Operand> {
  const [literal] =
    /^(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/.exec(
      text,
    ) ?? [];
  if (literal === undefined) throw new SyntaxError(`"${text}" is not emulated in a filter`);
  const value = /^['"]/.test(literal)
    ? literal.slice(1, -1).replace(/\\(.)/g, '$1')
    : (JSON.parse(literal) as Json);
  return { found: () => value, rest: text.slice(literal.length) };
}

function one(steps: Step[], value: Json): Json | undefined {
  return selectSteps(steps, value, value)[0];
}

function isEqual(one: Json | undefined, other: Json | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Compares two numbers or two strings; other values have no order. */
function ordered(holds: (sign: number) => boolean): Compare {
  return (one, other) => {
    if (typeof one === 'number' && typeof other === 'number') return holds(one - other);
    if (typeof one !== 'string' || typeof other !== 'string') return false;
    return holds(one < other ? -1 : Number(one > other));
  };
}
