import type { Filter, SubscriptionFilter } from './invocation.ts';
import { isObject } from './isObject.ts';

type FilterObject = Record<string, unknown>;

/**
 * `util.transform.toSubscriptionFilter`: groups whose OR is equivalent to the object. Every
 * operator of a field, every member of an `or` and every rule is an alternative, so groups
 * multiply. Fields come before the results of `and` and `or`. Null if the argument is not an
 * object.
 */
export function toSubscriptionFilter(
  filter: unknown,
  ignoredFields: string[] = [],
  rules: FilterObject = {},
): SubscriptionFilter | null {
  if (!isObject(filter)) return null;
  const groups = combine([
    alternativesOf(filter, new Set(ignoredFields)),
    Object.entries(rules).flatMap(([field, operators]) => operatorsOf(field, operators)),
  ]);
  return {
    filterGroup: groups.filter((group) => group.length > 0).map((filters) => ({ filters })),
  };
}

/** Each inner list is one group; the groups are alternatives. */
function alternativesOf(filter: FilterObject, ignored: Set<string>): Filter[][] {
  const { and, or, ...fields } = filter;
  const members = (list: unknown): Filter[][][] =>
    (Array.isArray(list) ? list : []).filter(isObject).map((one) => alternativesOf(one, ignored));
  return combine([
    ...Object.entries(fields)
      .filter(([field]) => !ignored.has(field))
      .map(([field, operators]) => operatorsOf(field, operators)),
    ...members(and),
    members(or).flat(),
  ]);
}

function operatorsOf(fieldName: string, operators: unknown): Filter[][] {
  if (!isObject(operators)) return [];
  return Object.entries(operators).map(([operator, value]) => [{ fieldName, operator, value }]);
}

/**
 * All combinations of one alternative per condition; conditions without alternatives are ignored.
 */
function combine(conditions: Filter[][][]): Filter[][] {
  return conditions
    .filter((alternatives) => alternatives.length > 0)
    .reduce<Filter[][]>(
      (groups, alternatives) =>
        groups.flatMap((group) => alternatives.map((one) => [...group, ...one])),
      [[]],
    );
}
