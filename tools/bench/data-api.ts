import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExecuteStatementCommand, RDSDataClient } from '@aws-sdk/client-rds-data';
import { createPool, type Pool } from 'mysql2/promise';
import { applyMigrations } from '../../db/applyMigrations.ts';
import { openDatabase } from '../../db/database.ts';
import { readMigrations } from '../../db/migrate.lambda.ts';
import { prepareOwnDatabase } from '../../local/services/database/prepareDatabases.ts';
import {
  type DatabaseServer,
  startDatabaseServer,
} from '../../local/services/database/startDatabaseServer.ts';
import { createDataApi } from '../../local/services/rds-data/createDataApi.ts';
import { root } from '../root.ts';
import { clusterOn, owner, target } from './data-api/cluster.ts';
import { rate } from './data-api/rate.ts';
import { list, type Statement, tiny } from './data-api/statements.ts';
import { insertBooks } from './lib/books.ts';
import { compare, type Peer } from './lib/compare.ts';
import { requestRate } from './lib/requestRate.ts';
import { checkSameAnswer } from './lib/sameAnswer.ts';
import { sized } from './lib/smallest.ts';
import { startServer } from './lib/startServer.ts';
import type { Line } from './lib/toLine.ts';

const BOOKS = sized(10_000, 100);

/**
 * Compares the Data API, through AWS's client and in-process, with the driver on the same database.
 */
export async function bench(): Promise<Line[]> {
  const dir = mkdtempSync(join(tmpdir(), 'data-api-bench-'));
  const database = await startDatabaseServer(dir, () => {});
  try {
    await prepare(database);
    const lines: Line[] = [];
    for (const statement of [list, tiny]) lines.push(...(await race(database, statement)));
    return lines;
  } finally {
    await database.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function prepare(database: DatabaseServer): Promise<void> {
  const connection = await database.connectAsRoot();
  await prepareOwnDatabase(connection, target.database, owner);
  const server = await serve(database);
  const client = clientOf(server.url);
  const address = { clusterArn: target.resourceArn, ...target };
  await applyMigrations(openDatabase(address, client), readMigrations(join(root, 'db/migrations')));
  client.destroy();
  await server.stop();
  await connection.changeUser({ database: target.database });
  await insertBooks(connection, BOOKS);
  await connection.end();
}

async function race(database: DatabaseServer, statement: Statement): Promise<Line[]> {
  const inProcess = createDataApi([clusterOn(database.socketPath)]);
  const request = { ...target, sql: statement.named, parameters: statement.values };
  const within = () => inProcess.executeStatement(request);
  const constant = await startServer(script('serveConstant'), [JSON.stringify(await within())]);
  const server = await serve(database);
  const [client, idleClient] = [clientOf(server.url), clientOf(constant.url)];
  const pool = createPool(driverOf(database));
  const throughClient = () => client.send(new ExecuteStatementCommand(request));
  const clientAlone = () => idleClient.send(new ExecuteStatementCommand(request));
  const direct = () => pool.execute(statement.positional, statement.bound);
  try {
    const expected = await readRows(pool, statement);
    for (const call of [throughClient, clientAlone, within]) {
      checkSameAnswer(statement.name, ((await call()).records ?? []).map(toRow), expected);
    }
    const mysql2 = { name: 'mysql2', goal: 0.5, measure: rate(direct) };
    const ceiling = { name: 'AWS client, constant answer', goal: null, measure: rate(clientAlone) };
    const race = (path: string, measure: () => Promise<number>, peers: Peer[]) =>
      compare({
        path: `${statement.name}, ${path}`,
        unit: 'statements/s',
        better: 'higher',
        ours: { name: 'Data API', measure },
        peers,
      });
    const overHttp = () =>
      requestRate({
        url: `${server.url}/Execute`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
        connections: 16,
        seconds: sized(2, 1),
      });
    return [
      ...(await race('through the AWS client', rate(throughClient), [mysql2, ceiling])),
      ...(await race('over HTTP without it', overHttp, [{ ...mysql2, goal: null }])),
      ...(await race('inside of the process', rate(within), [mysql2])),
    ];
  } finally {
    client.destroy();
    idleClient.destroy();
    await pool.end();
    await inProcess.end();
    await server.stop();
    await constant.stop();
  }
}

/** The driver as the Data API uses it. */
function driverOf({ socketPath }: DatabaseServer) {
  return {
    socketPath,
    ...owner,
    database: target.database,
    connectionLimit: 16,
    charset: 'UTF8MB4_0900_AI_CI',
    timezone: 'Z',
    rowsAsArray: true,
    dateStrings: true,
    jsonStrings: true,
  };
}

async function readRows(pool: Pool, { positional, bound }: Statement): Promise<unknown> {
  const [rows] = await pool.execute(positional, bound);
  return rows;
}

/** A record's values as the driver returns them. */
function toRow(record: object[]): unknown[] {
  return record.map((field) => ('isNull' in field ? null : Object.values(field)[0]));
}

function serve({ socketPath }: DatabaseServer) {
  return startServer(script('serveDataApi'), [socketPath]);
}

function script(name: string): string {
  return join(import.meta.dirname, 'data-api', `${name}.ts`);
}

function clientOf(url: string): RDSDataClient {
  return new RDSDataClient({
    endpoint: url,
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}
