import { describe, expect, test } from 'vitest';
import { checkFilter } from '../../../../local/services/appsync/checkFilter.ts';
import { matchesArguments, matchesFilter } from '../../../../local/services/appsync/filters.ts';
import { toSubscriptionFilter } from '../../../../local/services/appsync/utils/toSubscriptionFilter.ts';

const EVENT = { id: 1, title: 'Snow', tags: ['a', 'b'], gone: null, at: { city: { zip: '100' } } };
const one = (fieldName: string, operator: string, value: unknown) => ({
  filterGroup: [{ filters: [{ fieldName, operator, value }] }],
});

test.each([
  ['id', 'eq', 1, true],
  ['id', 'eq', '1', false],
  ['id', 'ne', 1, false],
  ['id', 'le', 1, true],
  ['id', 'lt', 1, false],
  ['id', 'gte', 1, true],
  ['id', 'gt', 0, true],
  ['id', 'between', [0, 1], true],
  ['id', 'in', [2, 3], false],
  ['id', 'notIn', [2, 3], true],
  ['title', 'contains', 'no', true],
  ['tags', 'contains', 'a', true],
  ['tags', 'notContains', 'a', false],
  ['tags', 'containsAny', ['z', 'b'], true],
  ['title', 'beginsWith', 'Sn', true],
  ['gone', 'eq', null, true],
  ['at.city.zip', 'eq', '100', true],
  ['a.b.c.d.e.f', 'eq', 'deeper paths are ignored', true],
])('%s %s %j is %s', (field, operator, value, expected) => {
  expect(matchesFilter(EVENT, one(field, operator, value))).toBe(expected);
});

test('groups are alternatives; filters in a group must all hold', () => {
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

test('what a filter may not be', () => {
  expect(() => checkFilter(one('a', 'bogus', 1))).toThrow('operator "bogus" on a is unknown');
  expect(() => checkFilter(one('a', 'in', [1, 2, 3, 4, 5, 6]))).toThrow('at most 5');
  expect(() => checkFilter(one('x'.repeat(257), 'eq', 1))).toThrow('256');
});

test('arguments: null equals null and a missing field; what is not given does not filter', () => {
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

  test('everything multiplies out', () => {
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

  test('ignored fields drop out, and one of the rules must hold', () => {
    expect(groups({ a: { eq: 1 }, and: [{ b: { eq: 2 } }] }, ['b'])).toEqual([['a eq 1']]);
    expect(groups({ a: { eq: 1 } }, [], { r: { ge: 2 }, s: { eq: 'p' } })).toEqual([
      ['a eq 1', 'r ge 2'],
      ['a eq 1', 's eq p'],
    ]);
  });

  test('no object gives null, an empty one no group', () => {
    expect([groups(null), groups({}), groups({ a: {} })]).toEqual([undefined, [], []]);
  });
});
