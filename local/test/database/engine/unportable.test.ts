import { describe, expect, it } from 'vitest';
import { findUnportable } from '../../../services/database/unportable.ts';

const constructs = (sql: string) => findUnportable(sql).map(({ construct }) => construct);

describe('findUnportable', () => {
  it.each([
    [
      'AS after VALUES',
      'insert into t (a) values (1), (2) as new on duplicate key update a = new.a',
    ],
    ['->', "select j->'$.a' from t"],
    ['->>', "select j ->> '$.a' from t"],
    ['FOR SHARE', 'select 1 from t for share'],
    ['FOR UPDATE OF', 'select 1 from t for update of t skip locked'],
    ['functional index', 'create index i on t ((lower(a)))'],
    ['functional index', 'create table t (a text, key k (b, (left(a, 3))))'],
    ['functional index', 'alter table t add unique index i ((a + b))'],
    ['MEMBER OF', "select 3 member of ('[3]')"],
    ['CAST AS JSON', "select cast('[1]' as json)"],
    ['CAST AS JSON', "select convert('[1]', json)"],
    ['JSON_VALUE … RETURNING', "select json_value(j, '$.a' returning decimal(4,2)) from t"],
    ['JSON_STORAGE_SIZE()', 'select json_storage_size(j) from t'],
    ['LATERAL', 'select 1 from t, lateral (select t.a) d'],
    ['VALUES ROW()', 'values row(1, 2), row(3, 4)'],
    ['TABLE t', 'table t'],
    ['TABLE t', 'select 1 union all table t'],
    ['GROUPING()', 'select grouping(a) from t group by a with rollup'],
    ['ANY_VALUE()', 'select any_value (a) from t'],
    ['REGEXP_LIKE()', "select regexp_like(a, 'b') from t"],
    ['UUID_TO_BIN()', 'select uuid_to_bin(uuid())'],
    ['BIN_TO_UUID()', 'select bin_to_uuid(a) from t'],
    ['EXPLAIN ANALYZE', 'explain analyze select 1'],
    ['FORMAT=TREE', 'explain format=tree select 1'],
    ['SET max_execution_time', 'set session max_execution_time = 5'],
    ['SET max_execution_time', 'set @@session.max_execution_time = 5'],
    ['INVISIBLE index', 'create table t (a int, key k (a) using btree invisible)'],
    ['INVISIBLE index', 'alter table t alter index k invisible'],
    ['INVISIBLE index', 'create index i on t (a) invisible'],
    ['SRID', 'create table t (p point not null srid 4326)'],
    ['DROP CHECK', 'alter table t drop check c'],
    ['TIMESTAMP literal with offset', "select timestamp'2024-01-01 00:00:00+09:00'"],
    ['caching_sha2_password', "create user u identified with 'caching_sha2_password' by 'x'"],
    ['LOAD DATA FROM S3', "load data from s3 's3://b/k' into table t"],
    ['utf8mb4_ja_0900_as_cs', 'select a from t order by a collate utf8mb4_ja_0900_as_cs_ks'],
    ['WITH PARSER', 'create fulltext index i on t (a) with parser ngram'],

    ['RETURNING', 'insert into t (a) values (1) returning id'],
    ['RETURNING', 'delete from t where a = 1 returning a'],
    ['RETURNING', 'replace into t (a) values (1) returning a'],
    ['CREATE OR REPLACE', 'create or replace table t (a int)'],
    ['IF [NOT] EXISTS of a column or an index', 'alter table t add column if not exists a int'],
    ['IF [NOT] EXISTS of a column or an index', 'create index if not exists i on t (a)'],
    ['IF [NOT] EXISTS of a column or an index', 'alter table t drop column if exists a'],
    ['SEQUENCE', 'create sequence s'],
    ['SEQUENCE', 'select next value for s'],
    ['uca1400 collation', 'create table t (a text collate uca1400_ai_ci)'],
    ['uca1400 collation', 'create table t (a text collate utf8mb4_uca1400_ai_ci)'],
    ['IGNORED index', 'create table t (a int, key k (a) ignored)'],
    ['IGNORED index', 'alter table t alter index k not ignored'],
    ['SET STATEMENT', 'set statement max_statement_time = 1 for select 1'],

    ['CONVERT_TZ with the name of a time zone', "select convert_tz(a, '+00:00', 'Asia/Tokyo')"],
  ])('a construct is found by %s: %s', (construct, sql) => {
    expect(constructs(sql)).toContain(construct);
  });

  it('two constructs in one statement are both found', () => {
    const sql = "create index i on t ((cast(j->'$.a' as unsigned array)))";
    expect(constructs(sql)).toEqual(['->', 'functional index', 'multi-valued index']);
  });

  it('a construct is reported with its position', () => {
    expect(findUnportable('select 1 /* for share */\nfrom t for share')).toEqual([
      { side: 'mysql', construct: 'FOR SHARE', index: 32 },
    ]);
  });
});

describe('portable statements', () => {
  it.each([
    ["select 'a->b', '->>', 'for share' from `for share` -- for share\n"],
    ['insert into t (a) values (1) on duplicate key update a = values(a)'],
    ['insert into t select * from (select 1 as a) as new on duplicate key update a = new.a'],
    [
      'create table t (id int primary key, title varchar(9), key k (title(3) desc), unique key u (id, title))',
    ],
    ['create table if not exists t (a int, check (a > 0), foreign key (a) references s (a))'],
    ['create unique index i on t (a desc, b(10))'],
    ['create table t (a int invisible, b int, key k (b))'],
    ['drop table if exists t'],
    ['create or replace view v as select 1'],
    ["select json_value(j, '$.a'), cast(a as char), cast('1' as unsigned) from t"],
    ['alter table t add column a int, drop constraint c, algorithm=instant'],
    ['truncate table t'],
    ['insert into t (a, array) values (1, 2)'],
    ["select convert_tz(a, '+00:00', '+09:00')"],
    ['select a.returning_at from a'],
    ['select 1 from t for update skip locked'],
    ["select * from json_table('[]', '$[*]' columns (id int path '$')) as w"],
    ["select '2024-01-01 00:00:00'"],
    ['select 1 where a in (select 2) and b = :value'],
  ])('a portable statement is not reported: %s', (sql) => {
    expect(constructs(sql)).toEqual([]);
  });
});
