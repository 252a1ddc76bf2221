import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RDSDataClient } from '@aws-sdk/client-rds-data';
import { type Connection, createConnection } from 'mysql2/promise';
import { type Database, openDatabase } from '../../../db/database.ts';
import { prepareOwnDatabase } from '../../../local/services/mariadb/prepareDatabases.ts';
import { startMariadb } from '../../../local/services/mariadb/startMariadb.ts';
import {
  createDataApi,
  type DataApi,
  type DataApiLimits,
} from '../../../local/services/rds-data/createDataApi.ts';
import { inProcessClient } from '../inProcessDataApi.ts';
import { migrate, runShopFile } from '../privateDatabases.ts';
import { ReleaseWorld } from './releaseWorld.ts';

const user = { user: 'release', password: 'release' };
const arns = { clusterArn: 'arn:test:cluster', secretArn: 'arn:test:secret' };

/** Databases of one world: its own and the shop's. */
export interface ReleaseDatabases {
  /** Accepts several statements at once, in its own database. */
  root: Connection;
  /** Opened as in production; through the API in this process unless a client is given. */
  open(client?: RDSDataClient): { database: Database; shop: Database };
}

export interface ReleaseServer {
  dataApi: DataApi;
  prepare(name: string): Promise<ReleaseDatabases>;
  stop(): Promise<void>;
}

/** A database server private to one test file, in which each world has its databases. */
export async function startReleaseServer(
  limits: Partial<DataApiLimits> = {},
): Promise<ReleaseServer> {
  const dir = mkdtempSync(join(tmpdir(), 'shinkan-release-'));
  const mariadb = await startMariadb(dir, () => {});
  const { socketPath } = mariadb;
  const cluster = {
    resourceArn: arns.clusterArn,
    httpEndpoint: true,
    socketPath,
    users: { [arns.secretArn]: user },
  };
  const dataApi = createDataApi([cluster], limits);
  const connections: Connection[] = [];
  return {
    dataApi,
    async prepare(name) {
      const open = (client = inProcessClient(dataApi)) => ({
        database: openDatabase({ ...arns, database: name }, client),
        shop: openDatabase({ ...arns, database: `${name}_shop` }, client),
      });
      const admin = await mariadb.connectAsRoot();
      // These tests do not depend on what the disk holds after a database crash.
      await admin.query('set global innodb_flush_log_at_trx_commit = 0');
      for (const each of [name, `${name}_shop`]) await prepareOwnDatabase(admin, each, user);
      await admin.end();
      await fill(open());
      const connection = await createConnection({
        socketPath,
        user: 'root',
        database: name,
        multipleStatements: true,
        timezone: 'Z',
      });
      connections.push(connection);
      return { root: connection, open };
    },
    async stop() {
      await Promise.all(connections.map((connection) => connection.end()));
      await dataApi.end();
      await mariadb.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function fill({ database, shop }: { database: Database; shop: Database }): Promise<void> {
  await migrate(database);
  await runShopFile(shop, 'sample.sql');
  await runShopFile(shop, 'views.sql');
  await ReleaseWorld.prepareShop(shop);
}
