import type { Json } from '../../../lib/resource.ts';
import { lookUp, type Scope } from './evaluate.ts';
import { runtimeError } from './stateError.ts';
import { readTimestamp } from './timestamp.ts';

/** A rule of a Choice state, or part of one. */
export type Rule = { [field: string]: Json };

type Compare = (value: Json, expected: Json) => boolean;

const ordered = (compare: (one: number, other: number) => boolean) => ({
  Numeric: whenBoth((value) => (typeof value === 'number' ? value : undefined), compare),
  Timestamp: whenBoth(readTimestamp, compare),
});

/** Strings compare by UTF-16 code unit. */
const strings = (compare: (one: string, other: string) => boolean): Compare =>
  whenBoth((value) => (typeof value === 'string' ? value : undefined), compare);

const EQUALS = ordered((one, other) => one === other);
const LESS = ordered((one, other) => one < other);
const GREATER = ordered((one, other) => one > other);
const AT_MOST = ordered((one, other) => one <= other);
const AT_LEAST = ordered((one, other) => one >= other);

/**
 * Operators that compare with a value; each also exists with the suffix `Path`. A value of another
 * type is not equal.
 */
const COMPARISONS: { readonly [operator: string]: Compare } = {
  BooleanEquals: (value, expected) => typeof value === 'boolean' && value === expected,
  NumericEquals: EQUALS.Numeric,
  NumericLessThan: LESS.Numeric,
  NumericGreaterThan: GREATER.Numeric,
  NumericLessThanEquals: AT_MOST.Numeric,
  NumericGreaterThanEquals: AT_LEAST.Numeric,
  StringEquals: strings((one, other) => one === other),
  StringLessThan: strings((one, other) => one < other),
  StringGreaterThan: strings((one, other) => one > other),
  StringLessThanEquals: strings((one, other) => one <= other),
  StringGreaterThanEquals: strings((one, other) => one >= other),
  TimestampEquals: EQUALS.Timestamp,
  TimestampLessThan: LESS.Timestamp,
  TimestampGreaterThan: GREATER.Timestamp,
  TimestampLessThanEquals: AT_MOST.Timestamp,
  TimestampGreaterThanEquals: AT_LEAST.Timestamp,
};

const TYPE_TESTS: { readonly [operator: string]: (value: Json) => boolean } = {
  IsNull: (value) => value === null,
  IsBoolean: (value) => typeof value === 'boolean',
  IsNumeric: (value) => typeof value === 'number',
  IsString: (value) => typeof value === 'string',
  IsTimestamp: (value) => readTimestamp(value) !== undefined,
};

/** All fields that a rule of a Choice state may have ("Choice state", "Comparison operators"). */
export const RULE_FIELDS = [
  ...['Variable', 'Next', 'Comment', 'And', 'Or', 'Not', 'IsPresent', 'StringMatches'],
  ...Object.keys(TYPE_TESTS),
  ...Object.keys(COMPARISONS).flatMap((operator) => [operator, `${operator}Path`]),
];

/** Whether a rule matches. A missing variable is an error except for IsPresent. */
export function holds(rule: Rule, scope: Scope): boolean {
  if (rule.And !== undefined) return (rule.And as Rule[]).every((part) => holds(part, scope));
  if (rule.Or !== undefined) return (rule.Or as Rule[]).some((part) => holds(part, scope));
  if (rule.Not !== undefined) return !holds(rule.Not as Rule, scope);
  const variable = String(rule.Variable);
  const value = lookUp(variable, scope);
  if (rule.IsPresent !== undefined) return (value !== undefined) === rule.IsPresent;
  if (value === undefined) throw missing(variable, scope);
  const [operator = '', expected = null] =
    Object.entries(rule).find(([field]) => !['Variable', 'Next', 'Comment'].includes(field)) ?? [];
  if (operator === 'StringMatches') return matches(value, String(expected));
  const isOfType = TYPE_TESTS[operator];
  if (isOfType) return isOfType(value) === expected;
  const compare = COMPARISONS[operator];
  if (compare) return compare(value, expected);
  return compareWithPath(operator, value, String(expected), scope);
}

function compareWithPath(operator: string, value: Json, path: string, scope: Scope): boolean {
  const compare = COMPARISONS[operator.replace(/Path$/, '')];
  if (!compare) throw new Error(`the operator ${operator} was not refused at load`);
  const expected = lookUp(path, scope);
  if (expected === undefined) throw missing(path, scope);
  return compare(value, expected);
}

function missing(path: string, { place }: Scope): Error {
  return runtimeError(
    `${place} Invalid path '${path}': The choice state's condition path references an invalid value.`,
  );
}

/** `*` matches any characters, `\*` a literal asterisk. */
function matches(value: Json, pattern: string): boolean {
  if (typeof value !== 'string') return false;
  const source = pattern.replace(/\\([\s\S])|\*|[\s\S]/g, (part, escaped: string | undefined) => {
    if (part === '*') return '[\\s\\S]*';
    return (escaped ?? part).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  });
  return new RegExp(`^${source}$`).test(value);
}

function whenBoth<T>(
  read: (value: Json) => T | undefined,
  compare: (one: T, other: T) => boolean,
): Compare {
  return (value, expected) => {
    const [one, other] = [read(value), read(expected)];
    return one !== undefined && other !== undefined && compare(one, other);
  };
}
