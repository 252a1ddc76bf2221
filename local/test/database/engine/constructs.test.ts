import type { Connection } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findEngine } from '../../../services/database/engine.ts';
import {
  type DatabaseServer,
  startDatabaseServer,
} from '../../../services/database/startDatabaseServer.ts';
import { findUnportable, type Side } from '../../../services/database/unportable.ts';
import { makeDirectory, type TestDirectory } from '../../template/support.ts';

/**
 * What only MySQL supports, with MariaDB's error number; if MariaDB did not fail, there would be no
 * need to reject it.
 */
const MYSQL_ONLY: [construct: string, sql: string, errno: number][] = [
  [
    'AS after VALUES',
    'insert into t (id) values (1) as new on duplicate key update id = new.id',
    1064,
  ],
  ['->', "select j->'$.a' from t", 1064],
  ['->>', "select j->>'$.a' from t", 1064],
  ['FOR SHARE', 'select 1 from t for share', 1064],
  ['FOR UPDATE OF', 'select 1 from t for update of t', 1064],
  ['functional index', 'create index i on t ((lower(a)))', 1064],
  [
    'multi-valued index',
    "create index i on t ((cast(json_extract(j, '$') as unsigned array)))",
    1064,
  ],
  ['MEMBER OF', "select 3 member of ('[3]')", 1064],
  ['CAST AS JSON', "select cast('[1]' as json)", 1064],
  ['JSON_VALUE … RETURNING', "select json_value(j, '$.a' returning decimal(4,2)) from t", 1064],
  ['JSON_STORAGE_SIZE()', 'select json_storage_size(j) from t', 1305],
  ['LATERAL', 'select 1 from t, lateral (select t.id) d', 1064],
  ['VALUES ROW()', 'values row(1, 2), row(3, 4)', 1064],
  ['TABLE t', 'table t', 1064],
  ['GROUPING()', 'select grouping(a) from t group by a with rollup', 1305],
  ['ANY_VALUE()', 'select any_value(a) from t', 1305],
  ['REGEXP_LIKE()', "select regexp_like(a, 'b') from t", 1305],
  ['UUID_TO_BIN()', 'select uuid_to_bin(uuid())', 1305],
  ['BIN_TO_UUID()', 'select bin_to_uuid(a) from t', 1305],
  ['EXPLAIN ANALYZE', 'explain analyze select 1', 1064],
  ['FORMAT=TREE', 'explain format=tree select 1', 1791],
  ['SET max_execution_time', 'set max_execution_time = 5', 1193],
  ['INVISIBLE index', 'create index i on t (a) invisible', 1064],
  ['SRID', 'create table p (p point not null srid 4326)', 1064],
  ['DROP CHECK', 'alter table t drop check positive', 1064],
  ['TIMESTAMP literal with offset', "select timestamp'2024-01-01 00:00:00+09:00'", 1525],
  ['caching_sha2_password', 'create user u identified with caching_sha2_password', 1524],
  ['LOAD DATA FROM S3', "load data from s3 's3://b/k' into table t", 1064],
  ['utf8mb4_ja_0900_as_cs', 'select a collate utf8mb4_ja_0900_as_cs from t', 1273],
  ['utf8mb4_ja_0900_as_cs', 'select a collate utf8mb4_ja_0900_as_cs_ks from t', 1273],
  ['WITH PARSER', 'create fulltext index i on t (a) with parser ngram', 1128],
];

/** What only MariaDB supports: if not rejected, it would work here and fail on Aurora. */
const MARIADB_ONLY: [construct: string, sql: string][] = [
  ['RETURNING', "insert into t (id, a) values (90, 'x') returning id"],
  ['RETURNING', "replace into t (id, a) values (90, 'x') returning id"],
  ['RETURNING', 'delete from t where id = 90 returning id'],
  ['CREATE OR REPLACE', 'create or replace table replaced (a int)'],
  ['IF [NOT] EXISTS of a column or an index', 'alter table s add column if not exists n int'],
  ['IF [NOT] EXISTS of a column or an index', 'create index if not exists by_n on s (n)'],
  ['SEQUENCE', 'create sequence numbers'],
  ['SEQUENCE', 'select next value for numbers'],
  ['uca1400 collation', 'select a collate utf8mb4_uca1400_ai_ci from t'],
  ['IGNORED index', 'create index ignored_index on s (n) ignored'],
  ['SET STATEMENT', 'set statement max_statement_time = 9 for select 1'],
];

/** What both engines support and the product may use, with the first row if the answer matters. */
const SHARED: [sql: string, row?: unknown[]][] = [
  [
    "select id from json_table('[{\"id\": 7}]', '$[*]' columns (id int path '$.id')) as rows_of",
    [7],
  ],
  ['select row_number() over (order by id desc) from t order by id limit 1', [2]],
  [
    'with recursive n as (select 1 as i union all select i + 1 from n where i < 3) select max(i) from n',
    [3],
  ],
  ["insert into t (id, a) values (1, 'new') on duplicate key update a = values(a)"],
  [
    "insert into t (id, a) select * from (select 1 as id, 'newer' as a) as new on duplicate key update a = new.a",
  ],
  [
    `insert into t (id, a) select id, a from json_table('[{"id": 3, "a": "c"}]', '$[*]'
       columns (id int path '$.id', a varchar(9) path '$.a')) as rows_of`,
  ],
  ['select a from t where id = 1', ['newer']],
  ['insert into s (k) values (5) on duplicate key update id = last_insert_id(id)'],
  ['select last_insert_id()', [1]],
  ['select id from t order by id limit 1 for update skip locked', [1]],
  ['select id from t order by id limit 1 for update nowait', [1]],
  ['select id from t order by id limit 1 lock in share mode', [1]],
  ['alter table t add constraint short check (char_length(a) < 10)'],
  ['alter table t drop constraint short'],
  [
    'alter table t add column lower_a varchar(9) as (lower(a)) stored, add index by_lower (lower_a desc)',
  ],
  ['alter table t add column at datetime(6) not null default current_timestamp(6)'],
  ['alter table t add column made varchar(36) not null default (uuid())'],
  ['alter table t add column plain int, algorithm=instant'],
  [
    "select json_unquote(json_extract('{\"a\": \"b\"}', '$.a')), json_value('{\"a\": 1}', '$.a')",
    ['b', '1'],
  ],
  ['select json_arrayagg(id) from (select 1 as id union all select 1) d', [[1, 1]]],
  ["select json_objectagg('k', 1)", [{ k: 1 }]],
  [
    "select json_overlaps('[1, 2]', '[2, 3]'), json_schema_valid('{\"type\": \"number\"}', '1')",
    [1, 1],
  ],
  ['select id from t intersect select 3', [3]],
  ['select id from t where id < 3 except select 1', [2]],
  ["select 'abc' regexp '^a', regexp_replace('a1', '[0-9]', '-')", [1, 'a-']],
  ['select length(random_bytes(16))', [16]],
  ["select get_lock('shelf', 1), release_lock('shelf')", [1, 1]],
  ["select date_format(convert_tz('2024-01-01 00:00:00', '+00:00', '+09:00'), '%H')", ['09']],
  ['select @@transaction_isolation', ['REPEATABLE-READ']],
  ...[
    'utf8mb4_0900_ai_ci',
    'utf8mb4_0900_as_cs',
    'utf8mb4_0900_bin',
    'utf8mb4_unicode_520_ci',
    'utf8mb4_bin',
  ].map((collation): [string] => [`select a collate ${collation} from t`]),
  ['select /*+ max_execution_time(1000) */ 1', [1]],
  ["select a from t where a like '%ew%'", ['newer']],
  ["select length('雪'), char_length('雪')", [3, 1]],
];

/** What both accept but answer differently, as docs/aws-differences.md documents. */
const SILENT: [what: string, sql: string, row: unknown[]][] = [
  [
    'keeps JSON as it was written',
    'select cast(j as char) from t where id = 2',
    ['{"b": 1,  "a": 2}'],
  ],
  [
    'knows no time zone by its name',
    "select convert_tz('2024-01-01', '+00:00', 'Asia/Tokyo')",
    [null],
  ],
];

describe('MariaDB compared with Aurora MySQL', () => {
  let directory: TestDirectory;
  let server: DatabaseServer;
  let root: Connection;
  beforeAll(async () => {
    directory = makeDirectory();
    server = await startDatabaseServer(directory.path, () => {}, undefined, findEngine('mariadb'));
    root = await server.connectAsRoot();
    await root.query('create database constructs');
    await root.changeUser({ database: 'constructs' });
    await root.query(
      `create table t (id int primary key, a varchar(9), j json, constraint positive check (id > 0))`,
    );
    await root.query(`insert into t values (1, 'old', '[1]'), (2, 'b', '{"b": 1,  "a": 2}')`);
    await root.query('create table s (id int auto_increment primary key, k int unique)');
    await root.query('insert into s (k) values (5)');
  });
  afterAll(async () => {
    await root.end();
    await server.stop();
    directory.remove();
  });
  const run = async (sql: string) => {
    const [rows] = await root.query({ sql, rowsAsArray: true });
    return (rows as unknown[][])[0];
  };
  const sideOf = (construct: string, sql: string): Side | undefined =>
    findUnportable(sql).find((found) => found.construct === construct)?.side;

  it.each(MYSQL_ONLY)(
    'MariaDB fails at %s, so it is rejected: %s',
    async (construct, sql, errno) => {
      expect(sideOf(construct, sql)).toBe('mysql');
      await expect(root.query(sql)).rejects.toMatchObject({ errno });
    },
  );

  it.each(MARIADB_ONLY)(
    'MariaDB would accept %s, so it is rejected: %s',
    async (construct, sql) => {
      expect(sideOf(construct, sql)).toBe('mariadb');
      await root.query(sql);
    },
  );

  it.each(SHARED)('MariaDB accepts what both support: %s', async (sql, row) => {
    expect(findUnportable(sql)).toEqual([]);
    const first = await run(sql);
    if (row) expect(first).toEqual(row);
  });

  it.each(SILENT)('%s', async (_, sql, row) => {
    expect(await run(sql)).toEqual(row);
  });

  it('MariaDB names a duplicate key without its table', async () => {
    await expect(root.query('insert into s (k) values (5)')).rejects.toThrow(/for key 'k'$/);
  });
});
