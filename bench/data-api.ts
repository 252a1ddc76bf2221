import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExecuteStatementCommand, RDSDataClient } from '@aws-sdk/client-rds-data';
import { createPool, type Pool } from 'mysql2/promise';
import { applyMigrations } from '../db/applyMigrations.ts';
import { openDatabase } from '../db/database.ts';
import { readMigrations } from '../db/migrate.ts';
import { prepareOwnDatabase } from '../local/services/mariadb/prepareDatabases.ts';
import { type Mariadb, startMariadb } from '../local/services/mariadb/startMariadb.ts';
import { createDataApi } from '../local/services/rds-data/createDataApi.ts';
import { root } from '../scripts/root.ts';
import { clusterOn, owner, target } from './data-api/cluster.ts';
import { rate } from './data-api/rate.ts';
import { list, type Statement, tiny } from './data-api/statements.ts';
import { insertBooks } from './lib/books.ts';
import { compare, type Line } from './lib/compare.ts';
import { checkSameAnswer } from './lib/sameAnswer.ts';
import { startServer } from './lib/startServer.ts';

const BOOKS = 10_000;

/** The Data API through AWS's client and inside of the process, beside the driver on the same database. */
export async function bench(): Promise<Line[]> {
  const dir = mkdtempSync(join(tmpdir(), 'data-api-bench-'));
  const mariadb = await startMariadb(dir, () => {});
  try {
    await prepare(mariadb);
    const lines: Line[] = [];
    for (const statement of [list, tiny]) lines.push(...(await race(mariadb, statement)));
    return lines;
  } finally {
    await mariadb.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function prepare(mariadb: Mariadb): Promise<void> {
  const connection = await mariadb.connectAsRoot();
  await prepareOwnDatabase(connection, target.database, owner);
  const server = await serve(mariadb);
  const client = clientOf(server.url);
  const address = { clusterArn: target.resourceArn, ...target };
  await applyMigrations(openDatabase(address, client), readMigrations(join(root, 'db/migrations')));
  client.destroy();
  await server.stop();
  await connection.changeUser({ database: target.database });
  await insertBooks(connection, BOOKS);
  await connection.end();
}

async function race(mariadb: Mariadb, statement: Statement): Promise<Line[]> {
  const server = await serve(mariadb);
  const client = clientOf(server.url);
  const inProcess = createDataApi([clusterOn(mariadb.socketPath)]);
  const pool = createPool({
    socketPath: mariadb.socketPath,
    ...owner,
    database: target.database,
    connectionLimit: 16,
    charset: 'UTF8MB4_0900_AI_CI',
    timezone: 'Z',
    rowsAsArray: true,
    dateStrings: true,
    jsonStrings: true,
  });
  const request = { ...target, sql: statement.named, parameters: statement.values };
  const throughClient = () => client.send(new ExecuteStatementCommand(request));
  const within = () => inProcess.executeStatement(request);
  const direct = () => pool.execute(statement.positional, statement.bound);
  try {
    const expected = await readRows(pool, statement);
    for (const call of [throughClient, within]) {
      checkSameAnswer(statement.name, ((await call()).records ?? []).map(toRow), expected);
    }
    const peer = { name: 'mysql2', goal: 0.5, measure: rate(direct) };
    const common = { unit: 'statements/s', better: 'higher' as const, peers: [peer] };
    return [
      ...(await compare({
        ...common,
        path: `${statement.name}, through the AWS client`,
        ours: { name: 'Data API', measure: rate(throughClient) },
      })),
      ...(await compare({
        ...common,
        path: `${statement.name}, inside of the process`,
        ours: { name: 'Data API', measure: rate(within) },
      })),
    ];
  } finally {
    client.destroy();
    await pool.end();
    await inProcess.end();
    await server.stop();
  }
}

async function readRows(pool: Pool, { positional, bound }: Statement): Promise<unknown> {
  const [rows] = await pool.execute(positional, bound);
  return rows;
}

/** The values of a record as the driver gives them. */
function toRow(record: object[]): unknown[] {
  return record.map((field) => ('isNull' in field ? null : Object.values(field)[0]));
}

function serve({ socketPath }: Mariadb) {
  return startServer(join(import.meta.dirname, 'data-api', 'serveDataApi.ts'), [socketPath]);
}

function clientOf(url: string): RDSDataClient {
  return new RDSDataClient({
    endpoint: url,
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}
