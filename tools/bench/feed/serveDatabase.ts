import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, createConnection } from 'mysql2/promise';
import { applyMigrations } from '../../../db/applyMigrations.ts';
import { readMigrations } from '../../../db/migrate.lambda.ts';
import { prepareOwnDatabase } from '../../../local/services/database/prepareDatabases.ts';
import { startDatabaseServer } from '../../../local/services/database/startDatabaseServer.ts';
import { root } from '../../root.ts';
import { owner, target } from '../data-api/cluster.ts';
import { startServer } from '../lib/startServer.ts';
import { openBenchDatabase } from './openBenchDatabase.ts';

/** A database of the product's schema behind the Data API, and a direct connection beside it. */
export interface ServedDatabase {
  /** Of the Data API. */
  url: string;
  direct: Connection;
  socketPath: string;
  stop(): Promise<void>;
}

/** Memory settings of a server for millions of books; a local stack gets by with less. */
const SIZES = [
  'set global innodb_buffer_pool_size = 3 * 1024 * 1024 * 1024',
  'set global innodb_log_file_size = 2 * 1024 * 1024 * 1024',
  'set global local_infile = 1',
];

/** Starts a database server and the Data API, each in its own process, with empty tables. */
export async function serveDatabase(): Promise<ServedDatabase> {
  const dir = mkdtempSync(join(tmpdir(), 'feed-bench-'));
  const databaseServer = await startDatabaseServer(dir, () => {});
  const administrator = await databaseServer.connectAsRoot();
  for (const size of SIZES) await administrator.query(size);
  await prepareOwnDatabase(administrator, target.database, owner);
  await administrator.end();
  const server = await startServer(join(root, 'tools/bench/data-api/serveDataApi.ts'), [
    databaseServer.socketPath,
  ]);
  const { database, close } = openBenchDatabase(server.url);
  await applyMigrations(database, readMigrations(join(root, 'db/migrations')));
  close();
  const direct = await createConnection({
    socketPath: databaseServer.socketPath,
    user: 'root',
    database: target.database,
    charset: 'UTF8MB4_0900_AI_CI',
    timezone: 'Z',
  });
  return {
    url: server.url,
    direct,
    socketPath: databaseServer.socketPath,
    async stop() {
      await direct.end();
      await server.stop();
      await databaseServer.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
