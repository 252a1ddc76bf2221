import type { Json } from '../../../lib/resource.ts';
import { readPath } from './parsePath.ts';
import type { Path } from './path.ts';

/** An argument of an intrinsic function. `raw` is the text between the quotes, with its escapes. */
export type Argument =
  | { kind: 'text'; raw: string }
  | { kind: 'value'; value: Json }
  | { kind: 'path'; path: Path; text: string }
  | { kind: 'call'; call: Call };

export interface Call {
  name: string;
  arguments: Argument[];
}

const parsed = new Map<string, Call>();

/** "Intrinsic functions": up to ten levels of nesting. */
const DEEPEST = 10;

/** Parses a call such as `States.Format('{}', $.a)`. Throws a SyntaxError for anything else. */
export function parseCall(text: string): Call {
  const known = parsed.get(text);
  if (known) return known;
  const { call, rest } = readCall(text.trim(), 1);
  if (rest !== '') throw new SyntaxError(`"${text}": unexpected "${rest}"`);
  parsed.set(text, call);
  return call;
}

/** The paths among the arguments, including those of nested calls. */
export function pathsOf(call: Call): string[] {
  return call.arguments.flatMap((argument) => {
    if (argument.kind === 'path') return [argument.text];
    return argument.kind === 'call' ? pathsOf(argument.call) : [];
  });
}

/** The names of the called functions, including those of nested calls. */
export function functionsOf(call: Call): string[] {
  const nested = call.arguments.flatMap((argument) =>
    argument.kind === 'call' ? functionsOf(argument.call) : [],
  );
  return [call.name, ...nested];
}

function readCall(text: string, depth: number): { call: Call; rest: string } {
  const [head, name = ''] = /^(States\.[A-Za-z0-9]+)\s*\(\s*/.exec(text) ?? [];
  if (head === undefined) throw new SyntaxError(`"${text}" is no call of an intrinsic function`);
  if (depth > DEEPEST) throw new SyntaxError(`${name} is nested more than ${DEEPEST} deep`);
  const found: Argument[] = [];
  let rest = text.slice(head.length);
  if (rest.startsWith(')')) return { call: { name, arguments: found }, rest: rest.slice(1).trim() };
  for (;;) {
    const read = readArgument(rest, depth);
    found.push(read.argument);
    rest = read.rest.trimStart();
    if (rest.startsWith(')'))
      return { call: { name, arguments: found }, rest: rest.slice(1).trim() };
    if (!rest.startsWith(',')) throw new SyntaxError(`${name}: expected , or ) before "${rest}"`);
    rest = rest.slice(1).trimStart();
  }
}

function readArgument(text: string, depth: number): { argument: Argument; rest: string } {
  if (text.startsWith('$')) {
    const { path, rest } = readPath(text);
    const own = text.slice(0, text.length - rest.length);
    return { argument: { kind: 'path', path, text: own }, rest };
  }
  if (text.startsWith('States.')) {
    const { call, rest } = readCall(text, depth + 1);
    return { argument: { kind: 'call', call }, rest };
  }
  const [quoted, raw] = /^'((?:[^'\\]|\\.)*)'/s.exec(text) ?? [];
  if (quoted !== undefined && raw !== undefined) {
    return { argument: { kind: 'text', raw }, rest: text.slice(quoted.length) };
  }
  const [literal] = /^(?:-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/.exec(text) ?? [];
  if (literal === undefined) throw new SyntaxError(`"${text}" begins no argument`);
  const value = JSON.parse(literal) as Json;
  return { argument: { kind: 'value', value }, rest: text.slice(literal.length) };
}
