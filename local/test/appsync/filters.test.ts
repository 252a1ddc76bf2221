import { describe, expect, test } from 'vitest';
import { checkFilter } from '../../services/appsync/live/checkFilter.ts';
import { matchesArguments, matchesFilter } from '../../services/appsync/live/filters.ts';
import { toSubscriptionFilter } from '../../services/appsync/utils/toSubscriptionFilter.ts';

const EVENT = {
  id: 1,
  rate: 1.5,
  title: 'Snow',
  sold: false,
  tags: ['a', 'b'],
  gone: null,
  at: { city: { zip: '100', of: { a: { deep: 1, er: { still: 1 } } } } },
};
const one = (fieldName: string, operator: string, value: unknown) => ({
  filterGroup: [{ filters: [{ fieldName, operator, value }] }],
});

test.each([
  ['id', 'eq', 1, true],
  ['id', 'eq', '1', false],
  ['sold', 'eq', false, true],
  ['sold', 'eq', true, false],
  ['title', 'eq', 'snow', false],
  ['missing', 'eq', 'x', false],
  ['id', 'ne', 1, false],
  ['id', 'ne', '1', true],
  ['gone', 'ne', 'x', true],
  ['missing', 'ne', 'x', true],
  ['id', 'le', 1, true],
  ['id', 'le', 0, false],
  ['id', 'lte', 1, true],
  ['id', 'lt', 1, false],
  ['id', 'lt', 1.1, true],
  ['rate', 'ge', 1.5, true],
  ['rate', 'ge', 1.6, false],
  ['id', 'gte', 1, true],
  ['id', 'gt', 0, true],
  ['id', 'gt', 1, false],
  ['title', 'gt', 'Rain', true],
  ['title', 'lt', 'Rain', false],
  ['title', 'gt', 0, false],
  ['gone', 'lt', 1, false],
  ['missing', 'ge', 0, false],
  ['id', 'between', [0, 1], true],
  ['id', 'between', [1, 2], true],
  ['id', 'between', [2, 3], false],
  ['title', 'between', ['A', 'T'], true],
  ['id', 'in', [2, 1], true],
  ['id', 'in', [2, 3], false],
  ['gone', 'in', ['x'], false],
  ['id', 'notIn', [2, 3], true],
  ['id', 'notIn', [1], false],
  ['missing', 'notIn', ['x'], true],
  ['title', 'contains', 'no', true],
  ['title', 'contains', 'on', false],
  ['tags', 'contains', 'a', true],
  ['tags', 'contains', 'ab', false],
  ['gone', 'contains', 'x', false],
  ['title', 'notContains', 'no', false],
  ['tags', 'notContains', 'a', false],
  ['tags', 'notContains', 'c', true],
  ['gone', 'notContains', 'x', true],
  ['tags', 'containsAny', ['z', 'b'], true],
  ['tags', 'containsAny', ['z'], false],
  ['missing', 'containsAny', ['z'], false],
  ['title', 'beginsWith', 'Sn', true],
  ['title', 'beginsWith', 'no', false],
  ['id', 'beginsWith', '1', false],
  ['at.city.zip', 'eq', '100', true],
  ['at.city.nothing.below', 'eq', '100', false],
  ['at.city.of.a.deep', 'eq', 2, false],
  ['at.city.of.a.er.still', 'eq', 2, true],
])('%s %s %j is %s', (field, operator, value, expected) => {
  const filter = one(field, operator, value);
  expect(() => checkFilter(filter)).not.toThrow();
  expect(matchesFilter(EVENT, filter)).toBe(expected);
});

test('groups are alternatives; all filters of a group must match', () => {
  const filter = {
    filterGroup: [
      {
        filters: [
          ...one('id', 'eq', 1).filterGroup.flatMap((g) => g.filters),
          { fieldName: 'title', operator: 'eq', value: 'x' },
        ],
      },
      ...one('title', 'eq', 'Snow').filterGroup,
    ],
  };
  expect(matchesFilter(EVENT, filter)).toBe(true);
  expect(matchesFilter({ ...EVENT, title: 'y' }, filter)).toBe(false);
  expect(matchesFilter([EVENT], filter)).toBe(false);
});

test('arguments: null equals null and a missing field; an omitted argument does not filter', () => {
  expect(matchesArguments(EVENT, { gone: null, other: null, id: 1 })).toBe(true);
  expect(matchesArguments(EVENT, { id: null })).toBe(false);
  expect(matchesArguments(EVENT, {})).toBe(true);
});

describe('toSubscriptionFilter', () => {
  const groups = (...args: Parameters<typeof toSubscriptionFilter>) =>
    toSubscriptionFilter(...args)?.filterGroup.map(({ filters }) =>
      filters.map(({ fieldName, operator, value }) => `${fieldName} ${operator} ${value}`),
    );

  test('two conditions on one field are alternatives', () => {
    expect(groups({ a: { eq: 1, ne: 2 } })).toEqual([['a eq 1'], ['a ne 2']]);
  });

  test('nested conditions are multiplied out', () => {
    expect(
      groups({
        p: { lte: 50, gte: 20 },
        and: [{ t: { ne: 'B' } }],
        or: [{ a: { eq: 'A' } }, { i: { eq: false } }],
      }),
    ).toEqual([
      ['p lte 50', 't ne B', 'a eq A'],
      ['p lte 50', 't ne B', 'i eq false'],
      ['p gte 20', 't ne B', 'a eq A'],
      ['p gte 20', 't ne B', 'i eq false'],
    ]);
  });

  test('ignored fields are dropped, and one of the rules must match', () => {
    expect(groups({ a: { eq: 1 }, and: [{ b: { eq: 2 } }] }, ['b'])).toEqual([['a eq 1']]);
    expect(groups({ a: { eq: 1 } }, [], { r: { ge: 2 }, s: { eq: 'p' } })).toEqual([
      ['a eq 1', 'r ge 2'],
      ['a eq 1', 's eq p'],
    ]);
  });

  test('no object returns null, an empty object no group', () => {
    expect([groups(null), groups({}), groups({ a: {} })]).toEqual([undefined, [], []]);
  });
});
