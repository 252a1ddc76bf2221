import { BatchExecuteStatementCommand, type SqlParameter } from '@aws-sdk/client-rds-data';
import { describe, expect, it } from 'vitest';
import { aPrivateDataApi, target } from './privateDataApi.ts';

describe('statements through the Data API', () => {
  const api = aPrivateDataApi({}, [
    `create table book (id int auto_increment primary key, title varchar(200) unique, small int,
       price decimal(10,4), facts json, bits bit(8), body longblob, at datetime(3), big bigint)`,
  ]);
  const of = (name: string, value: object, typeHint?: string) =>
    ({ name, value, ...(typeHint && { typeHint }) }) as SqlParameter;

  it('a statement binds each kind of value with its type', async () => {
    const { records } = await api.execute(
      'select :text, :n, :n / 2, :no, :nothing, :bytes, :d, :n + 1, json_type(json_array(:n))',
      {
        parameters: [
          of('text', { stringValue: "'; drop table book" }),
          of('n', { longValue: 5 }),
          of('no', { booleanValue: false }),
          of('nothing', { isNull: true }),
          of('bytes', { blobValue: new Uint8Array([1, 2]) }),
          of('d', { doubleValue: 1.5 }),
        ],
      },
    );
    expect(records?.[0]).toEqual([
      { stringValue: "'; drop table book" },
      { longValue: 5 },
      { stringValue: '2.5000' },
      { longValue: 0 },
      { isNull: true },
      { blobValue: new Uint8Array([1, 2]) },
      { doubleValue: 1.5 },
      { longValue: 6 },
      { stringValue: 'ARRAY' },
    ]);
  });

  it('a statement never has a value in its text', async () => {
    const values = [':P10', '$1', '$&', "\\'", '?', '%s', ':P1', '12', '"', '`', '/*', '-- '];
    const parameters = values.map((text, i) => of(`P${i + 1}`, { stringValue: text }));
    const sql = `select ${parameters.map(({ name }) => `:${name}`).join(', ')}, ':P1', ":P10" -- :P2`;
    const { records } = await api.execute(sql, { parameters });
    expect(records?.[0]).toEqual([...values, ':P1', ':P10'].map((text) => ({ stringValue: text })));
  });

  it('a statement keeps a number a number and a text a text', async () => {
    const { records } = await api.execute("select :text = '010', :n = 10, :text + 0, hex(:n)", {
      parameters: [of('text', { stringValue: '010' }), of('n', { longValue: 10 })],
    });
    expect(records?.[0]).toEqual([
      { longValue: 1 },
      { longValue: 1 },
      { doubleValue: 10 },
      { stringValue: 'A' },
    ]);
  });

  it('a statement accepts a bound limit', async () => {
    const sql =
      'select n from (select 1 as n union all select 2 union all select 3) t limit :limit';
    const { records } = await api.execute(sql, { parameters: [of('limit', { longValue: 2 })] });
    expect(records).toHaveLength(2);
  });

  it('a statement accepts every digit of a client’s large integer', async () => {
    const insert = { ...target, sql: 'insert into book (big) values (:n)' };
    const body = `${JSON.stringify(insert).slice(0, -1)},"parameters":[{"name":"n","value":{"longValue":9007199254740993}}]}`;
    expect((await api.post('/Execute', body)).status).toBe(200);
    const { records } = await api.execute('select cast(big as char) from book where big > 0');
    expect(records?.[0]).toEqual([{ stringValue: '9007199254740993' }]);
    await api.execute('delete from book where big > 0');
  });

  it.each<[string, string, string]>([
    ['DATE', '2024-02-29', '2024-02-29'],
    ['TIME', '12:30:00.123', '12:30:00.123'],
    ['TIMESTAMP', '2024-01-02 03:04:05.678', '2024-01-02 03:04:05.678'],
    ['DECIMAL', '12.3400', '12.3400'],
    ['JSON', '{"a": [1]}', '{"a": [1]}'],
    ['UUID', '123e4567-e89b-12d3-a456-426614174000', '123e4567-e89b-12d3-a456-426614174000'],
  ])('a statement accepts a text with the hint %s', async (hint, text, back) => {
    const parameters = [of('x', { stringValue: text }, hint)];
    expect((await api.execute('select :x', { parameters })).records).toEqual([
      [{ stringValue: back }],
    ]);
    const nothing = [of('x', { isNull: true }, hint)];
    expect((await api.execute('select :x', { parameters: nothing })).records).toEqual([
      [{ isNull: true }],
    ]);
  });

  it('a statement keeps a text that looks like a UUID a text', async () => {
    const id = '123E4567-E89B-12D3-A456-426614174000';
    const parameters = [of('x', { stringValue: id })];
    expect((await api.execute('select :x', { parameters })).records).toEqual([
      [{ stringValue: id }],
    ]);
  });

  it.each<[string, SqlParameter, RegExp]>([
    [
      'a hint that it does not have',
      of('x', { stringValue: '1' }, 'INTEGER'),
      /INTEGER is none of/,
    ],
    ['a date that is none', of('x', { stringValue: '2024/01/01' }, 'DATE'), /is no DATE/],
    ['a time that is none', of('x', { stringValue: '12:30' }, 'TIME'), /is no TIME/],
    [
      'a time with a zone',
      of('x', { stringValue: '2024-01-01T00:00:00Z' }, 'TIMESTAMP'),
      /"2024-01-01T00:00:00Z" is no TIMESTAMP/,
    ],
    [
      'a time as ISO 8601 writes it',
      of('x', { stringValue: '2024-01-01T00:00:00' }, 'TIMESTAMP'),
      /"2024-01-01T00:00:00" is no TIMESTAMP/,
    ],
    ['a decimal that is none', of('x', { stringValue: '1,5' }, 'DECIMAL'), /is no DECIMAL/],
    ['a UUID that is none', of('x', { stringValue: '123' }, 'UUID'), /is no UUID/],
    ['a number with a hint', of('x', { longValue: 1 }, 'DECIMAL'), /is no DECIMAL/],
    [
      'an array',
      of('x', { arrayValue: { longValues: [1] } }),
      /array parameters are not supported/,
    ],
    ['no value', { name: 'x' }, /holds no value/],
    ['another name', of('y', { longValue: 1 }), /Cannot find parameter: x/],
    ['a long with a fraction', of('x', { longValue: 1.5 }), /longValue 1.5 is no whole number/],
    ['a long beyond 64 bits', of('x', { longValue: 2 ** 64 }), /is no whole number/],
  ])('a statement rejects %s', async (_what, parameter, message) => {
    await expect(api.execute('select :x', { parameters: [parameter] })).rejects.toMatchObject({
      name: 'BadRequestException',
      message: expect.stringMatching(message),
    });
  });

  it('a statement reports the number of affected rows and the generated id', async () => {
    const made = await api.execute("insert into book (title) values ('舞姫')");
    const id = made.generatedFields?.[0]?.longValue ?? 0;
    expect(made).toMatchObject({ numberOfRecordsUpdated: 1, generatedFields: [{ longValue: id }] });
    expect(id).toBeGreaterThan(0);
    const set = 'update book set small = 1 where id = :id';
    const parameters = [of('id', { longValue: id })];
    expect(await api.execute(set, { parameters })).toMatchObject({
      numberOfRecordsUpdated: 1,
      generatedFields: [],
    });
    // A matched row counts even if its values do not change.
    expect((await api.execute(set, { parameters })).numberOfRecordsUpdated).toBe(1);
    const read = await api.execute('select id from book');
    expect(read.numberOfRecordsUpdated).toBe(0);
    expect(read.generatedFields).toBeUndefined();
    await api.execute('delete from book');
  });

  it('a statement accepts bits as a number and as bytes', async () => {
    await api.execute('insert into book (bits) values (:n), (:b)', {
      parameters: [of('n', { longValue: 129 }), of('b', { blobValue: new Uint8Array([129]) })],
    });
    const { records } = await api.execute('select bits from book');
    expect(records).toEqual([
      [{ blobValue: new Uint8Array([129]) }],
      [{ blobValue: new Uint8Array([129]) }],
    ]);
    await api.execute('delete from book');
  });

  it('a statement returns 500 KB in one row', async () => {
    const body = new Uint8Array(512_000).fill(7);
    await api.execute('insert into book (body) values (:body)', {
      parameters: [of('body', { blobValue: body })],
    });
    const { records } = await api.execute('select body from book');
    expect(records?.[0]?.[0]?.blobValue).toEqual(body);
    await api.execute('delete from book');
  });

  it('a statement accepts and returns texts of every script and control character', async () => {
    const text = `世界 🌍 'quotes' "double" \\ \n\t\u0000\u001f`;
    const parameters = [of('x', { stringValue: text })];
    expect((await api.execute('select :x', { parameters })).records).toEqual([
      [{ stringValue: text }],
    ]);
  });

  it('a statement leaves nothing in the session for the next one', async () => {
    await api.execute("set @who = 'me'");
    await api.execute('begin');
    await api.execute("set session sql_mode = ''");
    const asked = Array.from({ length: 8 }, () =>
      api.execute('select @who is null, @@in_transaction, @@sql_mode <> "", @@autocommit'),
    );
    for (const { records } of await Promise.all(asked)) {
      expect(records?.[0]?.map((field) => field.longValue)).toEqual([1, 0, 1, 1]);
    }
  });

  const batch = (sql: string, parameterSets: SqlParameter[][], rest = {}) =>
    api.client.send(new BatchExecuteStatementCommand({ ...target, sql, parameterSets, ...rest }));
  const titles = (...all: string[]) => all.map((title) => [of('title', { stringValue: title })]);
  const insert = 'insert into book (title) values (:title)';

  it('a batch runs once for each parameter set', async () => {
    const done = await batch(insert, titles('こころ', '三四郎'));
    const ids = done.updateResults?.map(({ generatedFields }) => generatedFields?.[0]?.longValue);
    expect(ids).toEqual([expect.any(Number), (ids?.[0] ?? 0) + 1]);
    const changed = await batch('update book set small = 1 where title = :title', titles('こころ'));
    expect(changed.updateResults).toEqual([{ generatedFields: [] }]);
    expect((await batch('delete from book', [[]])).updateResults).toHaveLength(1);
  });

  it('a batch without a transaction keeps the sets before one that fails', async () => {
    await expect(batch(insert, titles('門', '門', '心'))).rejects.toThrow('Duplicate entry');
    expect((await api.execute('delete from book')).numberOfRecordsUpdated).toBe(1);
  });

  it('a batch returns no records', async () => {
    await expect(batch('select 1', [[]])).rejects.toThrow('A batch may not return records');
  });
});
