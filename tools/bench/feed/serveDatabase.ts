import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, createConnection } from 'mysql2/promise';
import { applyMigrations } from '../../../db/applyMigrations.ts';
import { readMigrations } from '../../../db/migrate.lambda.ts';
import { prepareOwnDatabase } from '../../../local/services/mariadb/prepareDatabases.ts';
import { startMariadb } from '../../../local/services/mariadb/startMariadb.ts';
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

/** Starts MariaDB and the Data API, each in its own process, with empty tables. */
export async function serveDatabase(): Promise<ServedDatabase> {
  const dir = mkdtempSync(join(tmpdir(), 'feed-bench-'));
  const mariadb = await startMariadb(dir, () => {});
  const administrator = await mariadb.connectAsRoot();
  for (const size of SIZES) await administrator.query(size);
  await prepareOwnDatabase(administrator, target.database, owner);
  await administrator.end();
  const server = await startServer(join(root, 'tools/bench/data-api/serveDataApi.ts'), [
    mariadb.socketPath,
  ]);
  const { database, close } = openBenchDatabase(server.url);
  await applyMigrations(database, readMigrations(join(root, 'db/migrations')));
  close();
  const direct = await createConnection({
    socketPath: mariadb.socketPath,
    user: 'root',
    database: target.database,
    charset: 'UTF8MB4_0900_AI_CI',
    timezone: 'Z',
  });
  return {
    url: server.url,
    direct,
    socketPath: mariadb.socketPath,
    async stop() {
      await direct.end();
      await server.stop();
      await mariadb.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
