import { describe, expect, it } from 'vitest';
import { aPrivateDataApi, target } from './privateDataApi.ts';

const columns = `flag tinyint(1), bool_flag bool, tiny tinyint, small smallint, small_u smallint unsigned,
  medium mediumint, medium_u mediumint unsigned, whole int, whole_u int unsigned, big bigint, big_u bigint unsigned,
  single float, wide double, price decimal(10,4), title varchar(255), code char(10), short_text tinytext,
  \`text\` text, medium_text mediumtext, long_text longtext, vbin varbinary(255), bin binary(4), tiny_blob tinyblob,
  \`blob\` blob, medium_blob mediumblob, long_blob longblob, day date, clock time, at datetime, at_micro datetime(6),
  stamp timestamp null, yr year, facts json, bit_one bit(1), bits bit(8), wide_bits bit(16),
  size enum('small', 'large'), marks set('a', 'b')`;
const row = `true, false, -128, -32768, 65535, -8388608, 16777215, -2147483648, 4294967295, -9007199254740991,
  9007199254740991, 0.1, 2.5, 123456.789, '雪国 🌍', 'CHAR', 't', 'x', 'm', 'l', x'00ff', x'0102',
  x'01', 'abc', 'm', 'l', '2024-02-29', '14:30:45', '2024-12-25 14:30:45', '2024-01-02 03:04:05.000600',
  '2024-01-15 10:20:30', 2024, '{"a": 1}', b'1', b'10000001', b'100000010', 'large', 'a,b'`;

describe('columns of Aurora MySQL through the Data API', () => {
  const api = aPrivateDataApi({}, [
    `create table types (${columns})`,
    `insert into types values (${row})`,
    'create table nothing like types',
    `create table cats (id int unsigned auto_increment primary key, name varchar(100), tag varchar(9) collate utf8mb4_bin,
       created timestamp not null, price decimal(10,4) not null, n int, p point)`,
    "insert into cats (name, tag, created, price) values ('Category 1', 'x', '2019-11-12 22:00:11', 1)",
  ]);
  const read = async (sql: string, rest = {}) => {
    const { records, columnMetadata } = await api.execute(sql, {
      includeResultMetadata: true,
      ...rest,
    });
    return { field: records?.[0]?.[0], metadata: columnMetadata?.[0] };
  };
  const bytes = (...values: number[]) => ({ blobValue: new Uint8Array(values) });

  it.each<[string, object, string, number]>([
    ['flag', { booleanValue: true }, 'BIT', -7],
    ['bool_flag', { booleanValue: false }, 'BIT', -7],
    ['tiny', { longValue: -128 }, 'TINYINT', -6],
    ['small', { longValue: -32768 }, 'SMALLINT', 5],
    ['small_u', { longValue: 65535 }, 'SMALLINT UNSIGNED', 5],
    ['medium', { longValue: -8388608 }, 'MEDIUMINT', 4],
    ['medium_u', { longValue: 16777215 }, 'MEDIUMINT UNSIGNED', 4],
    ['whole', { longValue: -2147483648 }, 'INT', 4],
    ['whole_u', { longValue: 4294967295 }, 'INT UNSIGNED', 4],
    ['big', { longValue: -9007199254740991 }, 'BIGINT', -5],
    ['big_u', { longValue: 9007199254740991 }, 'BIGINT UNSIGNED', -5],
    ['single', { doubleValue: 0.1 }, 'FLOAT', 7],
    ['wide', { doubleValue: 2.5 }, 'DOUBLE', 8],
    ['price', { stringValue: '123456.7890' }, 'DECIMAL', 3],
    ['title', { stringValue: '雪国 🌍' }, 'VARCHAR', 12],
    ['code', { stringValue: 'CHAR' }, 'CHAR', 1],
    ['short_text', { stringValue: 't' }, 'TINYTEXT', 12],
    ['`text`', { stringValue: 'x' }, 'TEXT', -1],
    ['medium_text', { stringValue: 'm' }, 'MEDIUMTEXT', -1],
    ['long_text', { stringValue: 'l' }, 'LONGTEXT', -1],
    ['vbin', bytes(0, 255), 'VARBINARY', -3],
    ['bin', bytes(1, 2, 0, 0), 'BINARY', -2],
    ['tiny_blob', bytes(1), 'TINYBLOB', -3],
    ['`blob`', bytes(97, 98, 99), 'BLOB', -4],
    ['medium_blob', bytes(109), 'MEDIUMBLOB', -4],
    ['long_blob', bytes(108), 'LONGBLOB', -4],
    ['day', { stringValue: '2024-02-29' }, 'DATE', 91],
    ['clock', { stringValue: '14:30:45' }, 'TIME', 92],
    ['at', { stringValue: '2024-12-25 14:30:45' }, 'DATETIME', 93],
    ['at_micro', { stringValue: '2024-01-02 03:04:05.000600' }, 'DATETIME', 93],
    ['stamp', { stringValue: '2024-01-15 10:20:30' }, 'TIMESTAMP', 93],
    ['yr', { longValue: 2024 }, 'YEAR', 91],
    ['facts', { stringValue: '{"a": 1}' }, 'JSON', -1],
    ['bit_one', { booleanValue: true }, 'BIT', -7],
    ['bits', bytes(129), 'BIT', -3],
    ['wide_bits', bytes(1, 2), 'BIT', -3],
    ['size', { stringValue: 'large' }, 'CHAR', 1],
    ['marks', { stringValue: 'a,b' }, 'CHAR', 1],
    ['null', { isNull: true }, 'NULL', 0],
    ['count(*)', { longValue: 1 }, 'BIGINT', -5],
    ["json_object('b', 1)", { stringValue: '{"b": 1}' }, 'JSON', -1],
  ])('a column returns %s as %o, named %s of type %d', async (column, field, typeName, type) => {
    const found = await read(`select ${column} as found from types`);
    expect(found.field).toEqual(field);
    expect(found.metadata).toMatchObject({ label: 'found', typeName, type });
  });

  it('a column is described even if there is no row', async () => {
    const { records, columnMetadata } = await api.execute('select * from nothing', {
      includeResultMetadata: true,
    });
    expect(records).toEqual([]);
    expect(columnMetadata).toHaveLength(38);
  });

  it('a column is described only on request', async () => {
    expect((await api.execute('select 1')).columnMetadata).toBeUndefined();
  });

  // The first three are published answers of the real service; type 4 is INT in java.sql.Types.
  it.each<[string, object]>([
    [
      'id',
      { isAutoIncrement: true, nullable: 0, precision: 10, type: 4, typeName: 'INT UNSIGNED' },
    ],
    ['name', { nullable: 1, precision: 100, type: 12, typeName: 'VARCHAR' }],
    ['created', { nullable: 0, precision: 19, type: 93, typeName: 'TIMESTAMP' }],
    ['tag', { nullable: 1, precision: 9, type: 12, typeName: 'VARCHAR', isCaseSensitive: true }],
    [
      'price',
      { nullable: 0, precision: 10, scale: 4, type: 3, typeName: 'DECIMAL', isSigned: true },
    ],
    ['n', { nullable: 1, precision: 11, type: 4, typeName: 'INT', isSigned: true }],
  ])('a column has fourteen members of metadata: %s', async (name, own) => {
    const usual = {
      arrayBaseColumnType: 0,
      isAutoIncrement: false,
      isCaseSensitive: false,
      isCurrency: false,
      isSigned: false,
      scale: 0,
      schemaName: '',
      tableName: 'cats',
    };
    const { metadata } = await read(`select ${name} from cats c`);
    expect(metadata).toEqual({ ...usual, name, label: name, ...own });
    expect(Object.keys(metadata ?? {})).toHaveLength(14);
  });

  it('a column has its name as well as its label', async () => {
    const { metadata } = await read('select name as title from cats');
    expect(metadata).toMatchObject({ name: 'name', label: 'title' });
  });

  it('a column of a type that the API lacks is rejected by name', async () => {
    await expect(api.execute('select st_geomfromtext("point(1 1)")')).rejects.toMatchObject({
      name: 'UnsupportedResultException',
      message: 'The result contains the unsupported data type GEOMETRY.',
    });
  });

  it('a column returns every digit of a large integer', async () => {
    const sql = 'select cast(18446744073709551615 as unsigned)';
    const { text } = await api.post('/Execute', JSON.stringify({ ...target, sql }));
    expect(text).toContain('"longValue":18446744073709551615');
    const { field } = await read(sql, { resultSetOptions: { longReturnType: 'STRING' } });
    expect(field).toEqual({ stringValue: '18446744073709551615' });
  });

  it.each<[string, object, object]>([
    ['price', {}, { stringValue: '123456.7890' }],
    ['price', { decimalReturnType: 'STRING' }, { stringValue: '123456.7890' }],
    ['price', { decimalReturnType: 'DOUBLE_OR_LONG' }, { doubleValue: 123456.789 }],
    ['cast(12 as decimal(5,0))', { decimalReturnType: 'DOUBLE_OR_LONG' }, { longValue: 12 }],
    ['cast(12 as decimal(5,1))', { decimalReturnType: 'DOUBLE_OR_LONG' }, { doubleValue: 12 }],
    ['tiny', { longReturnType: 'LONG' }, { longValue: -128 }],
    ['tiny', { longReturnType: 'STRING' }, { stringValue: '-128' }],
    ['flag', { longReturnType: 'STRING' }, { booleanValue: true }],
  ])('a column returns %s with %o as %o', async (column, resultSetOptions, field) => {
    expect((await read(`select ${column} from types`, { resultSetOptions })).field).toEqual(field);
  });

  it('a column is described as it is now, not as for an earlier run of the same text', async () => {
    await api.execute('create table changing (v int)');
    const sql = 'select v as a from changing';
    expect((await read(sql)).metadata).toMatchObject({ typeName: 'INT', nullable: 1 });
    await api.execute('alter table changing modify v int not null');
    expect((await read(sql)).metadata).toMatchObject({ typeName: 'INT', nullable: 0 });
    await api.execute('alter table changing modify v varchar(9) not null');
    await api.execute("insert into changing values ('x')");
    const { field, metadata } = await read(sql);
    expect(metadata).toMatchObject({ name: 'v', label: 'a', typeName: 'VARCHAR', precision: 9 });
    expect(field).toEqual({ stringValue: 'x' });
  });

  // API guide, "Processing Amazon RDS Data API query results in JSON format", "Data Type Mapping".
  it.each<[string, object, unknown]>([
    ['whole', {}, -2147483648],
    ['whole', { longReturnType: 'STRING' }, '-2147483648'],
    ['wide', {}, 2.5],
    ['price', {}, '123456.7890'],
    ['price', { decimalReturnType: 'DOUBLE_OR_LONG' }, 123456.789],
    ['title', {}, '雪国 🌍'],
    ['flag', {}, true],
    ['bit_one', {}, true],
    ['`blob`', {}, 'YWJj'],
    ['long_text', {}, 'l'],
    ['null', {}, null],
    ['day', {}, '2024-02-29'],
    ['at_micro', {}, '2024-01-02 03:04:05.000600'],
  ])('a column is formatted as JSON: %s with %o is %o', async (column, resultSetOptions, value) => {
    const answer = await api.execute(`select ${column} as found from types`, {
      formatRecordsAs: 'JSON',
      includeResultMetadata: true,
      resultSetOptions,
    });
    expect(JSON.parse(answer.formattedRecords ?? '')).toEqual([{ found: value }]);
    expect(answer.records).toBeUndefined();
    expect(answer.columnMetadata).toBeUndefined();
  });
});
