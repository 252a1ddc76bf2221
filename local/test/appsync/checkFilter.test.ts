import { expect, test } from 'vitest';
import { checkFilter } from '../../services/appsync/live/checkFilter.ts';

const where = (fieldName: string, operator = 'eq', value: unknown = 'x') => ({
  fieldName,
  operator,
  value,
});
/** Checks a filter of these groups of conditions. */
const check = (...groups: ReturnType<typeof where>[][]) =>
  checkFilter({ filterGroup: groups.map((filters) => ({ filters })) });
const names = (count: number) => Array.from({ length: count }, (_, n) => `f${n}`);

test('a filter may have ten groups, but not eleven', () => {
  const groups = names(11).map((name) => [where('same', 'eq', name)]);
  check(...groups.slice(1));
  expect(() => check(...groups)).toThrow(
    'Filters combination exceed maximum limit 10 for subscription.',
  );
});

test('a filter may have five fields over all groups, but not six', () => {
  check(
    names(3).map((name) => where(name)),
    names(5).map((name) => where(name)),
  );
  expect(() =>
    check(
      names(4).map((name) => where(name)),
      [where('f4'), where('f5')],
    ),
  ).toThrow('Filters exceed maximum attributes limit 5 for subscription.');
});

test('a field may occur once in a group, and in several groups', () => {
  check([where('a')], [where('a', 'ne')]);
  expect(() => check([where('a', 'ge', 1), where('a', 'le', 2)])).toThrow(
    'subscription filter uses same fieldName multiple time in single filter object.',
  );
});

test.each([
  ['in', 5],
  ['notIn', 5],
  ['containsAny', 20],
])('%s takes at most %i values', (operator, most) => {
  check([where('a', operator, names(most))]);
  expect(() => check([where('a', operator, names(most + 1))])).toThrow(
    `subscription exceeds maximum value limit ${most} for operator \`${operator}\`.`,
  );
});

test.each([
  ['eq', null],
  ['eq', undefined],
  ['ne', ['x']],
  ['ge', true],
  ['gt', {}],
  ['lt', null],
  ['contains', ['x']],
  ['notContains', null],
  ['beginsWith', 1],
  ['in', 'x'],
  ['in', []],
  ['notIn', [null]],
  ['containsAny', []],
  ['containsAny', null],
  ['between', [1]],
  ['between', [1, 2, 3]],
  ['between', 1],
])('%s does not accept %j', (operator, value) => {
  const filter = { fieldName: 'a', operator, value };
  expect(() => check([filter])).toThrow(
    `subscription filter has invalid filter value for operator \`${operator}\`.`,
  );
});

test.each(['bogus', 'toString', 'EQ', 'not'])('the operator %s is unknown', (operator) => {
  expect(() => check([where('a', operator)])).toThrow(
    `subscription filter has unknown operator \`${operator}\`.`,
  );
});

test('a path has at most 256 characters', () => {
  check([where('x'.repeat(256))]);
  expect(() => check([where('x'.repeat(257))])).toThrow(
    'a fieldName of 257 characters, at most 256',
  );
});

test.each([null, {}, { filters: null }, { filters: [null] }, { filters: [{ fieldName: 'a' }] }])(
  '%j is not a valid group',
  (group) => {
    const filter = { filterGroup: [group] } as Parameters<typeof checkFilter>[0];
    expect(() => checkFilter(filter)).toThrow(
      'expects { filters: [{ fieldName, operator, value }] }',
    );
  },
);
