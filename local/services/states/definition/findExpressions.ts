import type { Json } from '../../../lib/resource.ts';
import { intrinsics } from '../expressions/intrinsics.ts';
import { functionsOf, parseCall, pathsOf } from '../expressions/parseCall.ts';
import { parsePath } from '../expressions/parsePath.ts';
import type { State } from './definition.ts';

/** The supported parts of the context object; `$$.Task` holds only a token. */
const CONTEXT = /^\$\$($|\.(Execution|StateMachine|State|Map)\b)/;

/** Fields that take a single location, which ASL calls a reference path. */
const REFERENCES = [
  ...['ResultPath', 'ItemsPath', 'Variable', 'SecondsPath', 'TimestampPath'],
  ...['TimeoutSecondsPath', 'MaxConcurrencyPath'],
];

const HOLDS_STATES = ['ItemProcessor', 'Iterator', 'Branches'];

/** Fields whose content is always literal data. */
const LITERAL = ['Result'];

/** Fields whose content is data except for names that end in `.$` ("Payload template"). */
const TEMPLATES = ['Parameters', 'ResultSelector', 'ItemSelector'];

/**
 * Finds errors in the paths and intrinsic functions of a state itself, not of the states nested in
 * it.
 */
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
  const { isDefinite, root } = parsePath(text);
  if (field === 'ResultPath' && root === '$$') return [`ResultPath ${text}`];
  if (REFERENCES.includes(field) && !isDefinite) return [`${field} ${text}, no reference path,`];
  return isKnown(text) ? [] : [text];
}

function isKnown(path: string): boolean {
  return !path.startsWith('$$') || CONTEXT.test(path);
}

interface Expression {
  field: string;
  text: string;
}

function expressionsOf(state: State): Expression[] {
  return Object.entries(state).flatMap(([field, value]) => {
    if ([...HOLDS_STATES, ...LITERAL].includes(field)) return [];
    const isTemplate = TEMPLATES.includes(field);
    return expressionsIn(value, field, (name) =>
      isTemplate ? name.endsWith('.$') : name.endsWith('Path') || name === 'Variable',
    );
  });
}

/** The texts in a field and below it whose names mark them as expressions. */
function expressionsIn(
  value: Json,
  field: string,
  isExpression: (name: string) => boolean,
): Expression[] {
  if (typeof value === 'string') return isExpression(field) ? [{ field, text: value }] : [];
  if (Array.isArray(value)) {
    return value.flatMap((item) => expressionsIn(item, field, isExpression));
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => expressionsIn(inner, name, isExpression));
}
