import type { Connection } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findEngine } from '../../../services/database/engine.ts';
import {
  type DatabaseServer,
  startDatabaseServer,
} from '../../../services/database/startDatabaseServer.ts';
import { makeDirectory, type TestDirectory } from '../../template/support.ts';

describe('MariaDB configured like Aurora MySQL', () => {
  let directory: TestDirectory;
  let server: DatabaseServer;
  let root: Connection;
  beforeAll(async () => {
    directory = makeDirectory();
    server = await startDatabaseServer(directory.path, () => {}, undefined, findEngine('mariadb'));
    root = await server.connectAsRoot();
    await root.query('create database defaults');
    await root.changeUser({ database: 'defaults' });
  });
  afterAll(async () => {
    await root.end();
    await server.stop();
    directory.remove();
  });
  const read = async (sql: string) => {
    const [rows] = await root.query({ sql, rowsAsArray: true });
    return (rows as unknown[][])[0]?.[0];
  };

  it.each<[string, unknown]>([
    ['transaction_isolation', 'REPEATABLE-READ'],
    ['innodb_snapshot_isolation', 0],
    ['autocommit', 1],
    ['character_set_server', 'utf8mb4'],
    ['collation_server', 'utf8mb4_0900_ai_ci'],
    [
      'sql_mode',
      'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',
    ],
    ['time_zone', '+00:00'],
    ['skip_networking', 1],
    ['log_bin', 0],
    ['performance_schema', 0],
    ['innodb_flush_log_at_trx_commit', 2],
    ['innodb_buffer_pool_size', 64 * 1024 * 1024],
    ['innodb_log_file_size', 16 * 1024 * 1024],
    ['max_connections', 200],
    ['lower_case_table_names', 0],
    ['default_storage_engine', 'InnoDB'],
  ])('the server has @@%s %s', async (variable, value) => {
    expect(await read(`select @@global.${variable}`)).toEqual(value);
  });

  it('a new table has those defaults', async () => {
    await root.query('create table t (a varchar(9))');
    expect(
      await read(
        "select collation_name from information_schema.columns where table_name = 't' and table_schema = 'defaults'",
      ),
    ).toBe('utf8mb4_0900_ai_ci');
  });

  it.each<[string, string, number]>([
    ['kana alike', "select 'ハハ' = 'はは'", 1],
    ['kana alike with and without their marks', "select 'ハ' = 'パ'", 1],
    ['a space at the end as a letter', "select 'a' = 'a '", 0],
    ['two emoji apart', "select '🍎' = '🍏'", 0],
    ['case alike', "select 'A' = 'a'", 1],
  ])('the server compares %s', async (_what, sql, answer) => {
    expect(await read(sql)).toBe(answer);
  });

  it.each<[string, string, number]>([
    ['a text that is too long', "insert into t values ('0123456789')", 1406],
    ['a column beside its group', 'select a, count(*) from t group by length(a)', 1055],
    ['a zero date', "insert into d values ('0000-00-00')", 1292],
    ['a division by zero that is stored', 'insert into n values (1 / 0)', 1365],
    ['an engine that it does not have', 'create table x (a int) engine = nope', 1286],
  ])('the server rejects %s', async (_what, sql, errno) => {
    await root.query('create table if not exists d (a date)');
    await root.query('create table if not exists n (a int)');
    await expect(root.query(sql)).rejects.toMatchObject({ errno });
  });

  it('an update waits for a row that another transaction changed, and then sees the change', async () => {
    // With snapshot isolation, MariaDB's own default, the update would fail with 1020.
    await root.query('create table account (id int primary key, n int)');
    await root.query('insert into account values (1, 0)');
    const other = await server.connectAsRoot();
    await other.changeUser({ database: 'defaults' });
    await root.beginTransaction();
    await root.query('select n from account');
    await other.query('update account set n = 1');
    await root.query('update account set n = n + 1');
    await root.commit();
    await other.end();
    expect(await read('select n from account')).toBe(2);
  });
});
