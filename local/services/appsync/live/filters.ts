import type { Filter, SubscriptionFilter } from '../utils/invocation.ts';

const MAX_LEVELS = 5;

/**
 * Whether each given argument equals the event's top-level field of that name; null equals null.
 */
export function matchesArguments(event: unknown, args: Record<string, unknown>): boolean {
  const fields = (event ?? {}) as Record<string, unknown>;
  return Object.entries(args).every(([name, value]) =>
    isEqual(fields[name] ?? null, value ?? null),
  );
}

/**
 * Whether an event passes at least one group of a filter, that is, all filters of the group
 * ("Defining enhanced subscriptions filters"). A list, which a mutation may return, passes no
 * filter. The filter must have passed `checkFilter`.
 */
export function matchesFilter(event: unknown, { filterGroup }: SubscriptionFilter): boolean {
  if (Array.isArray(event)) return false;
  if (filterGroup.length === 0) return true;
  return filterGroup.some(({ filters }) => filters.every((filter) => matchesOne(event, filter)));
}

function matchesOne(event: unknown, { fieldName, operator, value }: Filter): boolean {
  const path = fieldName.split('.');
  // Documented: a deeper path is ignored.
  if (path.length > MAX_LEVELS) return true;
  let field = event;
  for (const name of path) field = (field as Record<string, unknown> | null | undefined)?.[name];
  return (OPERATORS[operator] as Test)(field ?? null, value);
}

type Test = (field: unknown, value: unknown) => boolean;

const lessOrEqual: Test = (field, value) => compare(field, value, (order) => order <= 0);
const greaterOrEqual: Test = (field, value) => compare(field, value, (order) => order >= 0);
const isIn: Test = (field, value) => (value as unknown[]).some((one) => isEqual(field, one));

const OPERATORS: Record<string, Test> = {
  eq: isEqual,
  ne: (field, value) => !isEqual(field, value),
  le: lessOrEqual,
  lte: lessOrEqual,
  lt: (field, value) => compare(field, value, (order) => order < 0),
  ge: greaterOrEqual,
  gte: greaterOrEqual,
  gt: (field, value) => compare(field, value, (order) => order > 0),
  contains,
  notContains: (field, value) => !contains(field, value),
  beginsWith: (field, value) => typeof field === 'string' && field.startsWith(String(value)),
  in: isIn,
  notIn: (field, value) => !isIn(field, value),
  between: (field, value) => {
    const [low, high] = value as [unknown, unknown];
    return greaterOrEqual(field, low) && lessOrEqual(field, high);
  },
  containsAny: (field, value) => (value as unknown[]).some((one) => contains(field, one)),
};

/** A list item or a substring. */
function contains(field: unknown, value: unknown): boolean {
  if (Array.isArray(field)) return field.some((one) => isEqual(one, value));
  return typeof field === 'string' && field.includes(String(value));
}

function compare(field: unknown, value: unknown, test: (order: number) => boolean): boolean {
  if (typeof field === 'number' && typeof value === 'number') return test(field - value);
  if (typeof field !== 'string' || typeof value !== 'string') return false;
  return test(field < value ? -1 : field > value ? 1 : 0);
}

function isEqual(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}
