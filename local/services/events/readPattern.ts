import type { Json } from '../../lib/resource.ts';
import { type Matcher, readMatcher } from './matchValue.ts';

/** Whether an event matches a rule's pattern. */
export type Pattern = (event: Json | undefined) => boolean;

/**
 * Reads `EventPattern`: every field must match one entry of its list; `$or` holds alternatives
 * ("Creating event patterns in Amazon EventBridge"). A field with a list of values matches if one
 * of them does.
 */
export function readPattern(pattern: { [field: string]: Json }): Pattern {
  const fields = Object.entries(pattern).map(([field, wished]): Pattern => {
    if (field === '$or') {
      const alternatives = (wished as { [field: string]: Json }[]).map(readPattern);
      return (event) => alternatives.some((fits) => fits(event));
    }
    const fits = readField(wished);
    return (event) => fits(memberOf(event, field));
  });
  return (event) => fields.every((fits) => fits(event));
}

function readField(wished: Json): Pattern {
  if (Array.isArray(wished)) {
    const matchers = wished.map(readMatcher);
    return (value) => matchers.some((matches) => fitsAny(matches, value));
  }
  if (wished !== null && typeof wished === 'object') return readPattern(wished);
  throw new Error(`a pattern has ${JSON.stringify(wished)}, expected a list or an object`);
}

function fitsAny(matches: Matcher, value: Json | undefined): boolean {
  if (!Array.isArray(value)) return matches(value);
  return value.length === 0 ? matches(undefined) : value.some((one) => matches(one));
}

function memberOf(value: Json | undefined, name: string): Json | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, name) ? value[name] : undefined;
}
