import type { Filter, SubscriptionFilter } from '../utils/invocation.ts';
import { memberOf } from '../utils/memberOf.ts';

const MAX_GROUPS = 10;
const MAX_FIELDS = 5;
const MAX_PATH_CHARACTERS = 256;
const MAX_VALUES: Record<string, number> = { in: 5, notIn: 5, containsAny: 20 };

/**
 * Rejects a subscription filter that AppSync would reject. Throws an Error with AppSync's message
 * where users or AWS's own clients have reported it: the number of groups, fields and values, a
 * field repeated in a group, and a value that an operator cannot use. The accepted values follow
 * the types of `@aws-appsync/utils`, which have no null.
 */
export function checkFilter({ filterGroup }: SubscriptionFilter): void {
  const groups = filterGroup.map((group) => readGroup(group));
  if (groups.length > MAX_GROUPS) {
    throw new Error(`Filters combination exceed maximum limit ${MAX_GROUPS} for subscription.`);
  }
  const fields = new Set(groups.flat().map(({ fieldName }) => fieldName));
  if (fields.size > MAX_FIELDS) {
    throw new Error(`Filters exceed maximum attributes limit ${MAX_FIELDS} for subscription.`);
  }
  for (const filters of groups) {
    if (new Set(filters.map(({ fieldName }) => fieldName)).size < filters.length) {
      throw new Error(
        'subscription filter uses same fieldName multiple time in single filter object.',
      );
    }
    filters.forEach(checkOne);
  }
}

function readGroup(group: { filters: Filter[] } | null): Filter[] {
  const filters = group?.filters;
  if (
    !Array.isArray(filters) ||
    !filters.every((one) => typeof one?.fieldName === 'string' && typeof one.operator === 'string')
  ) {
    throw new Error(
      `subscription filter expects { filters: [{ fieldName, operator, value }] }, not ${JSON.stringify(group)}`,
    );
  }
  return filters;
}

function checkOne({ fieldName, operator, value }: Filter): void {
  if (fieldName.length > MAX_PATH_CHARACTERS) {
    throw new Error(
      `subscription filter has a fieldName of ${fieldName.length} characters, at most ${MAX_PATH_CHARACTERS} are taken: ${fieldName}`,
    );
  }
  const takes = memberOf(VALUES, operator);
  if (!takes) throw new Error(`subscription filter has unknown operator \`${operator}\`.`);
  const most = MAX_VALUES[operator];
  if (most && Array.isArray(value) && value.length > most) {
    throw new Error(
      `subscription exceeds maximum value limit ${most} for operator \`${operator}\`.`,
    );
  }
  if (!takes(value)) {
    throw new Error(`subscription filter has invalid filter value for operator \`${operator}\`.`);
  }
}

type Takes = (value: unknown) => boolean;

const one: Takes = (value) => typeof value === 'string' || typeof value === 'number';
const oneOrBoolean: Takes = (value) => one(value) || typeof value === 'boolean';
const some: Takes = (value) =>
  Array.isArray(value) && value.length > 0 && value.every(oneOrBoolean);

/**
 * The documentation has `lte` and `gte` in places, the published types `le` and `ge`: both are
 * accepted.
 */
const VALUES: Record<string, Takes> = {
  eq: oneOrBoolean,
  ne: oneOrBoolean,
  le: one,
  lte: one,
  lt: one,
  ge: one,
  gte: one,
  gt: one,
  contains: oneOrBoolean,
  notContains: oneOrBoolean,
  beginsWith: (value) => typeof value === 'string',
  in: some,
  notIn: some,
  containsAny: some,
  between: (value) => Array.isArray(value) && value.length === 2 && value.every(one),
};
