import type { Json } from '../../resource.ts';
import type { State } from './definition.ts';
import { intrinsics } from './language/intrinsics.ts';
import { functionsOf, parseCall, pathsOf } from './language/parseCall.ts';
import { parsePath } from './language/parsePath.ts';

/** What the context object has here; `$$.Task` holds only a token. */
const CONTEXT = /^\$\$($|\.(Execution|StateMachine|State|Map)\b)/;

/** Fields that name one place, as ASL calls a reference path. */
const REFERENCES = [
  ...['ResultPath', 'ItemsPath', 'Variable', 'SecondsPath', 'TimestampPath'],
  ...['TimeoutSecondsPath', 'MaxConcurrencyPath'],
];

const HOLDS_STATES = ['ItemProcessor', 'Iterator', 'Branches'];

/** Fields whose content is data, whatever it looks like. */
const LITERAL = ['Result'];

/** What is wrong with the paths and intrinsic functions of a state itself, not of the states it holds. */
export function findBadExpressions(state: State): string[] {
  return expressionsOf(state).flatMap(({ field, text }) => {
    try {
      return check(field, text);
    } catch (error) {
      if (error instanceof SyntaxError) return [`${field}: ${error.message}: this`];
      throw error;
    }
  });
}

function check(field: string, text: string): string[] {
  if (!text.startsWith('$')) {
    const call = parseCall(text);
    const unknown = functionsOf(call).filter((name) => !Object.hasOwn(intrinsics, name));
    return [...unknown, ...pathsOf(call).filter((path) => !isKnown(path))];
  }
  const { isDefinite } = parsePath(text);
  if (REFERENCES.includes(field) && !isDefinite) return [`${field} ${text}, no reference path,`];
  return isKnown(text) ? [] : [text];
}

function isKnown(path: string): boolean {
  return !path.startsWith('$$') || CONTEXT.test(path);
}

function expressionsOf(value: Json, key = ''): { field: string; text: string }[] {
  if (typeof value === 'string') {
    const holdsPath = key.endsWith('.$') || key.endsWith('Path') || key === 'Variable';
    return holdsPath ? [{ field: key, text: value }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item) => expressionsOf(item, key));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value)
    .filter(([name]) => key !== '' || ![...HOLDS_STATES, ...LITERAL].includes(name))
    .flatMap(([name, inner]) => expressionsOf(inner, name));
}
