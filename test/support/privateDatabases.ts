import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RDSDataClient } from '@aws-sdk/client-rds-data';
import type { Connection } from 'mysql2/promise';
import { applyMigrations, type Migration } from '../../db/applyMigrations.ts';
import { type Database, openDatabase } from '../../db/database.ts';
import { readMigrations } from '../../db/migrate.lambda.ts';
import { splitStatements } from '../../db/splitStatements.ts';
import { prepareOwnDatabase } from '../../local/services/mariadb/prepareDatabases.ts';
import { startMariadb } from '../../local/services/mariadb/startMariadb.ts';
import { createDataApi, type DataApi } from '../../local/services/rds-data/createDataApi.ts';
import { startRdsData } from '../../local/services/rds-data/startRdsData.ts';
import { root } from '../../tools/root.ts';
import { clientSettings } from '../../tools/stack/stack.ts';

const clusterArn = 'arn:test:cluster';
const owner = { user: 'owner', password: 'owner' };
/** A user without any rights until they are granted. */
export const reader = { user: 'reader', password: 'reader' };
/** How a resolver reaches them as their owner. */
export const asOwner = { resourceArn: clusterArn, secretArn: 'arn:test:owner' };
const users = { 'arn:test:owner': owner, 'arn:test:reader': reader };

/** Databases private to one test file behind the Data API, reached through the AWS client. */
export interface PrivateDatabases<Name extends string> {
  open(name: Name, as?: 'owner' | 'reader'): Database;
  api: DataApi;
  /** The server's folder, removed when it stops. */
  dir: string;
  root: Connection;
  stop(): Promise<void>;
}

/** Starts a server with empty databases of these names. `through` may wrap its Data API. */
export async function startPrivateDatabases<Name extends string>(
  names: readonly Name[],
  through: (api: DataApi) => DataApi = (api) => api,
): Promise<PrivateDatabases<Name>> {
  const dir = mkdtempSync(join(tmpdir(), 'shinkan-private-'));
  const mariadb = await startMariadb(dir, () => {});
  const connection = await mariadb.connectAsRoot();
  for (const name of names) await prepareOwnDatabase(connection, name, owner);
  const { socketPath } = mariadb;
  const cluster = { resourceArn: clusterArn, httpEndpoint: true, socketPath, users };
  const dataApi = through(createDataApi([cluster]));
  const api = await startRdsData(dataApi, 0, () => {});
  const client = new RDSDataClient({ ...clientSettings, endpoint: api.url });
  return {
    open: (database, as = 'owner') =>
      openDatabase({ clusterArn, secretArn: `arn:test:${as}`, database }, client),
    api: dataApi,
    dir,
    root: connection,
    async stop() {
      client.destroy();
      await connection.end();
      await api.stop();
      await mariadb.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** The migrations of the catalogue, in order. */
export const allMigrations = (): Migration[] => readMigrations(join(root, 'db/migrations'));

/** Creates the catalogue's tables. */
export const migrate = (database: Database) => applyMigrations(database, allMigrations());

/** Runs a file of the sample shop: its tables or its views. */
export async function runShopFile(shop: Database, file: 'sample.sql' | 'views.sql'): Promise<void> {
  const sql = readFileSync(join(root, 'db/shop', file), 'utf8');
  for (const statement of splitStatements(sql)) await shop.execute(statement);
}
