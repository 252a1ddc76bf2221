import { describe, expect, test } from 'vitest';
import {
  createMySQLStatement,
  createPgStatement,
  insert,
  remove,
  select,
  sql,
  toJsonObject,
  typeHint,
  update,
} from '../../../../local/services/appsync/utils/rds.ts';

const where = (condition: Record<string, unknown>) =>
  createMySQLStatement(select({ table: 't', where: condition })).statements[0]?.replace(
    'SELECT * FROM `t`',
    '',
  );

describe('statements, as AppSync was recorded to write them', () => {
  test('variables are counted over both statements; null is written out', () => {
    expect(
      createMySQLStatement(sql`insert into t values (${'a'}, ${null})`, sql`select ${2}`),
    ).toEqual({
      statements: ['insert into t values (:P0, NULL)', 'select :P1'],
      variableMap: { ':P0': 'a', ':P1': 2 },
      variableTypeHintMap: {},
    });
  });

  test('a hint passes its value through', () => {
    expect(
      createMySQLStatement(sql`select ${typeHint.TIMESTAMP('2023-02-01T00:00:00.000Z')}`),
    ).toMatchObject({
      variableMap: { ':P0': '2023-02-01T00:00:00.000Z' },
      variableTypeHintMap: { ':P0': 'TIMESTAMP' },
    });
  });

  test('select', () => {
    expect(
      createMySQLStatement(
        select({
          table: 'UserGroup',
          columns: ['id', 'g.name'],
          where: { or: [{ name: { eq: 'Stephane' } }, { id: { gt: 10 } }] },
          orderBy: [{ column: 'name' }, { column: 'id', dir: 'desc' }],
          limit: 10,
          offset: 1,
        }),
      ),
    ).toEqual({
      statements: [
        'SELECT `id`, `g`.`name` FROM `UserGroup` WHERE (`name` = :P0) OR (`id` > :P1) ORDER BY `name` ASC, `id` DESC LIMIT :P2 OFFSET :P3',
      ],
      variableMap: { ':P0': 'Stephane', ':P1': 10, ':P2': 10, ':P3': 1 },
      variableTypeHintMap: {},
    });
  });

  test('insert, update with values before where, remove', () => {
    const text = (statement: ReturnType<typeof insert>) =>
      createMySQLStatement(statement).statements[0];
    expect(text(insert({ table: 'persons', values: { name: 'a', age: null } }))).toBe(
      'INSERT INTO `persons` (`name`, `age`) VALUES (:P0, NULL)',
    );
    expect(
      text(update({ table: 'persons', values: { name: 'a' }, where: { id: { eq: 1 } } })),
    ).toBe('UPDATE `persons` SET `name` = :P0 WHERE `id` = :P1');
    expect(text(remove({ table: { p: 'persons' }, where: {} }))).toBe(
      'DELETE FROM `persons` as `p`',
    );
  });

  test.each([
    [{ a: { contains: 'v' } }, ' WHERE `a` LIKE :P0'],
    [{ a: { size: { gt: 1 } } }, ' WHERE LENGTH (`a`) > :P0'],
    [
      { a: { attributeExists: true }, b: { attributeExists: false } },
      ' WHERE `a` IS NOT NULL AND `b` IS NULL',
    ],
    [{ a: { ne: 1 }, b: { between: [1, 2] } }, ' WHERE `a` != :P0 AND `b` BETWEEN :P1 AND :P2'],
    [
      { and: [{ a: { eq: 1 } }, { b: { eq: 2 } }], or: [{ c: { eq: 3 } }], d: { eq: 4 } },
      ' WHERE (`a` = :P0) AND (`b` = :P1) AND (`c` = :P2) AND `d` = :P3',
    ],
    [{}, ''],
  ])('where %j', (condition, text) => {
    expect(where(condition)).toBe(text);
  });

  test('wildcards are bound with the value, except for notContains', () => {
    const bound = (condition: Record<string, unknown>) =>
      createMySQLStatement(select({ table: 't', where: { a: condition } })).variableMap[':P0'];
    expect([
      bound({ contains: 'v' }),
      bound({ beginsWith: 'v' }),
      bound({ notContains: 'v' }),
    ]).toEqual(['%v%', 'v%', 'v']);
  });

  test.each([
    [() => where({ id: { in: [1] } }), 'Unsupported condition id.in.'],
    [() => where({ c: { eq: null } }), "Value for c.eq can't be null."],
    [
      () => createMySQLStatement(insert({ table: 't', values: {}, returning: '*' })),
      'returning is not supported in MySQL.',
    ],
    [() => where({ not: [{ a: { eq: 1 } }] }), 'is not supported by the local AppSync'],
    [() => createMySQLStatement(select({ table: 't', join: [] })), '"join"'],
    [() => createPgStatement(), 'createPgStatement'],
    [() => createMySQLStatement(sql`select ${sql`x`}`), 'AppSync documents no nesting'],
    [() => createMySQLStatement(sql`select ${undefined}`), 'undefined'],
  ])('what is refused: %#', (attempt, message) => {
    expect(attempt).toThrow(message);
  });
});

describe('toJsonObject', () => {
  const result = (...sqlStatementResults: object[]) => JSON.stringify({ sqlStatementResults });

  test('leaves null columns out and prefers labels', () => {
    const statement = {
      records: [
        [{ stringValue: 'a' }, { isNull: true }, { blobValue: 'AA==' }, { booleanValue: false }],
      ],
      columnMetadata: [
        { name: 'x', label: 'y' },
        { name: 'gone' },
        { name: 'blob' },
        { name: 'no' },
      ],
    };
    expect(toJsonObject(result(statement))).toEqual([[{ y: 'a', blob: 'AA==', no: false }]]);
  });

  test('gives one empty row for a statement without records, and none for no rows', () => {
    expect(toJsonObject(result({ numberOfRecordsUpdated: 1 }, { records: [] }))).toEqual([
      [{}],
      [],
    ]);
  });

  test('nests arrays', () => {
    const nested = { arrayValue: { arrayValues: [{ longValues: [1, 2] }, { longValues: [3] }] } };
    expect(toJsonObject(result({ records: [[nested]], columnMetadata: [{ name: 'a' }] }))).toEqual([
      [{ a: [[1, 2], [3]] }],
    ]);
  });

  test('gives null for what is no result', () => {
    expect([toJsonObject('no'), toJsonObject('{}')]).toEqual([null, null]);
  });
});
