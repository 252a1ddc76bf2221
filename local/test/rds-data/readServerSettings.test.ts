import type { Connection } from 'mysql2/promise';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Resource } from '../../lib/resource.ts';
import { findEngine } from '../../services/database/engine.ts';
import {
  type DatabaseServer,
  startDatabaseServer,
} from '../../services/database/startDatabaseServer.ts';
import { readServerSettings } from '../../services/rds-data/readServerSettings.ts';
import { makeDirectory, type TestDirectory } from '../template/support.ts';

const group = (parameters: { [name: string]: string }): Resource => ({
  stack: 'Data',
  logicalId: 'Settings',
  type: 'AWS::RDS::DBClusterParameterGroup',
  properties: { Family: 'aurora-mysql8.0', Parameters: parameters },
  ref: 'settings',
});

let directory: TestDirectory;
let server: DatabaseServer | undefined;
let root: Connection | undefined;
beforeEach(() => {
  directory = makeDirectory();
});
afterEach(async () => {
  await root?.end();
  await server?.stop();
  directory.remove();
});

it('the server has the settings of the template, and Aurora’s defaults for the others', async () => {
  const settings = readServerSettings([
    group({ sql_mode: 'STRICT_TRANS_TABLES', time_zone: 'Asia/Tokyo' }),
    group({ innodb_autoinc_lock_mode: '1', time_zone: 'UTC' }),
  ]);
  server = await startDatabaseServer(directory.path, () => {}, undefined, findEngine(), settings);
  root = await server.connectAsRoot();
  const [rows] = await root.query(
    `select @@global.sql_mode as mode, @@innodb_autoinc_lock_mode as locking,
       @@global.time_zone as zone, @@collation_server as collation`,
  );
  expect(rows).toEqual([
    { mode: 'STRICT_TRANS_TABLES', locking: 1, zone: '+00:00', collation: 'utf8mb4_0900_ai_ci' },
  ]);
});

it('a setting that the local server does not take over is refused by name', () => {
  expect(() => readServerSettings([group({ binlog_format: 'ROW' })])).toThrow(
    /Settings.*: the parameter binlog_format is not emulated/,
  );
});
