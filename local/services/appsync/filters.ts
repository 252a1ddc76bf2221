import type { Filter, SubscriptionFilter } from './utils/invocation.ts';

const MAX_LEVELS = 5;
const MAX_PATH_CHARACTERS = 256;
const MAX_VALUES: Record<string, number> = { in: 5, notIn: 5, containsAny: 20 };

/** Whether an event equals each given argument on the top-level field of its name; null equals null. */
export function matchesArguments(event: unknown, args: Record<string, unknown>): boolean {
  const fields = (event ?? {}) as Record<string, unknown>;
  return Object.entries(args).every(([name, value]) =>
    isEqual(fields[name] ?? null, value ?? null),
  );
}

/** Whether one group of an enhanced filter holds; in a group, all filters. */
export function matchesFilter(event: unknown, { filterGroup }: SubscriptionFilter): boolean {
  if (Array.isArray(event)) return false;
  if (filterGroup.length === 0) return true;
  return filterGroup.some(({ filters }) => filters.every((filter) => matchesOne(event, filter)));
}

/** Stops a subscription whose filter AppSync would not take. */
export function checkFilter({ filterGroup }: SubscriptionFilter): void {
  for (const { fieldName, operator, value } of filterGroup.flatMap(({ filters }) => filters)) {
    if (!Object.hasOwn(OPERATORS, operator)) {
      throw new Error(`the filter operator "${operator}" on ${fieldName} is unknown`);
    }
    const most = MAX_VALUES[operator];
    if (most && (!Array.isArray(value) || value.length > most)) {
      throw new Error(`"${operator}" on ${fieldName} takes a list of at most ${most} values`);
    }
    if (fieldName.length > MAX_PATH_CHARACTERS) {
      throw new Error(`a filter path has at most ${MAX_PATH_CHARACTERS} characters: ${fieldName}`);
    }
  }
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

/** The documentation writes `lte` and `gte`, the published types `le` and `ge`: both are taken. */
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
  in: (field, value) => (value as unknown[]).some((one) => isEqual(field, one)),
  notIn: (field, value) => !(value as unknown[]).some((one) => isEqual(field, one)),
  between: (field, value) => {
    const [low, high] = value as [unknown, unknown];
    return greaterOrEqual(field, low) && lessOrEqual(field, high);
  },
  containsAny: (field, value) => (value as unknown[]).some((one) => contains(field, one)),
};

function contains(field: unknown, value: unknown): boolean {
  if (Array.isArray(field)) return field.some((one) => isEqual(one, value));
  return typeof field === 'string' && field.includes(String(value));
}

function compare(field: unknown, value: unknown, test: (order: number) => boolean): boolean {
  if (typeof field !== typeof value || field === null || value === null) return false;
  if (typeof field === 'number') return test(field - (value as number));
  return (
    typeof field === 'string' &&
    test(field < (value as string) ? -1 : field > (value as string) ? 1 : 0)
  );
}

function isEqual(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}
