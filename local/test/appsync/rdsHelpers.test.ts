import { describe, expect, test } from 'vitest';
import {
  agg,
  createMySQLStatement,
  insert,
  remove,
  select,
  sql,
  toJsonObject,
  update,
} from '../../services/appsync/utils/rds.ts';

// The output of the helpers was recorded from AppSync in tools/evaluateCode/cases/rds-*.json.

describe('helper calls for which AppSync’s output is unknown are rejected by name', () => {
  const where = (condition: object) =>
    createMySQLStatement(select({ table: 'book', where: condition }));
  test.each<[what: string, attempt: () => unknown, named: string]>([
    ['not', () => where({ not: [{ a: { eq: 1 } }] }), '"not" in a where'],
    ['a value that is a list', () => where({ a: { eq: [1] } }), '[1] as a SQL value'],
    ['a template in a template', () => createMySQLStatement(sql`select ${sql`x`}`), 'sql template'],
    ['undefined in a template', () => sql`select ${1}, ${undefined}`, 'undefined as value 2'],
    [
      'an insert of nothing',
      () => createMySQLStatement(insert({ table: 't', values: {} })),
      'insert',
    ],
    [
      'a statement as a table',
      () => createMySQLStatement(select({ from: { b: select({ table: 'book' }) } })),
      'a statement in place of a table',
    ],
    [
      'a template as a table',
      () => createMySQLStatement(select({ from: sql`book` })),
      'a statement in place of a table',
    ],
    [
      'an alias in columns',
      () => createMySQLStatement(select({ table: 'book', columns: [{ a: 'b' }] })),
      'an alias or aggregate',
    ],
    ...['groupBy', 'having', 'join', 'innerJoin', 'leftJoin', 'crossJoin', 'joinNatural'].map(
      (key): [string, () => unknown, string] => [
        key,
        () => createMySQLStatement(select({ table: 'book', [key]: [] })),
        `"${key}" of the rds helper select`,
      ],
    ),
    ...Object.entries(agg).map(([name, call]): [string, () => unknown, string] => [
      `agg.${name}`,
      () => call('price'),
      `agg.${name}`,
    ]),
  ])('%s', (_, attempt, named) => {
    expect(attempt).toThrow(named);
    expect(attempt).toThrow('is not supported by the local AppSync');
  });
});

test('an undefined value in a condition never selects every row', () => {
  const missing = undefined;
  expect(() =>
    createMySQLStatement(remove({ table: 'book', where: { id: { eq: missing } } })),
  ).toThrow("Value for id.eq can't be null.");
  expect(
    createMySQLStatement(update({ table: 'book', values: { title: missing }, where: {} })),
  ).toMatchObject({ statements: ['UPDATE `book` SET `title` = NULL'] });
});

test('a request has at most two statements', () => {
  expect(() => createMySQLStatement('a', 'b', 'c')).toThrow('takes 1 or 2 statements, not 3');
});

test('a quote in a name does not end the name', () => {
  expect(createMySQLStatement(select({ table: 'a`b' })).statements).toEqual([
    'SELECT * FROM `a``b`',
  ]);
});

test('toJsonObject returns null for anything but a result', () => {
  expect([toJsonObject('no'), toJsonObject('{}'), toJsonObject(null)]).toEqual([null, null, null]);
});
