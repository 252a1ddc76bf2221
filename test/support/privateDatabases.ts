import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RDSDataClient } from '@aws-sdk/client-rds-data';
import type { Connection } from 'mysql2/promise';
import { applyMigrations, type Migration } from '../../db/applyMigrations.ts';
import { type Database, openDatabase } from '../../db/database.ts';
import { readMigrations } from '../../db/migrate.lambda.ts';
import { splitStatements } from '../../db/splitStatements.ts';
import { cachedFolder, copyFolder } from '../../local/lib/cachedFolder.ts';
import { findEngine } from '../../local/services/database/engine.ts';
import { describeEngine } from '../../local/services/database/install.ts';
import { prepareOwnDatabase } from '../../local/services/database/prepareDatabases.ts';
import { homeOf, startDatabaseServer } from '../../local/services/database/startDatabaseServer.ts';
import {
  createDataApi,
  type DataApi,
  type DataApiLimits,
} from '../../local/services/rds-data/createDataApi.ts';
import { startRdsData } from '../../local/services/rds-data/startRdsData.ts';
import { root } from '../../tools/root.ts';
import { clientSettings } from '../../tools/stack/stack.ts';
import { inProcessClient } from './inProcessDataApi.ts';

const clusterArn = 'arn:test:cluster';
const owner = { user: 'owner', password: 'owner' };
/** A user without any rights until they are granted. */
export const reader = { user: 'reader', password: 'reader' };
/** How a resolver reaches them as their owner. */
export const asOwner = { resourceArn: clusterArn, secretArn: 'arn:test:owner' };
const users = { 'arn:test:owner': owner, 'arn:test:reader': reader };

/** `shinkan` has the catalogue's tables, `shop` those of the sample shop and its views. */
type Filled = 'shinkan' | 'shop';

export interface PrivateOptions<Name extends string> {
  /** Further databases, which are empty. */
  empty?: readonly Name[];
  limits?: Partial<DataApiLimits>;
  /** Wraps the Data API. */
  through?: (api: DataApi) => DataApi;
}

/** Databases private to one test file behind the Data API, reached through the AWS client. */
export interface PrivateDatabases<Name extends string = never> {
  /** Opens a database as its code does on AWS, through the API's socket. */
  open(name: Name | Filled, as?: 'owner' | 'reader', client?: RDSDataClient): Database;
  /** AWS's client, whose requests the API answers in this process, without a socket. */
  inProcess: RDSDataClient;
  api: DataApi;
  /** The server's folder, removed when it stops. */
  dir: string;
  socketPath: string;
  root: Connection;
  stop(): Promise<void>;
}

/** Starts a server with the databases `shinkan` and `shop`. */
export async function startPrivateDatabases<Name extends string = never>({
  empty = [],
  limits = {},
  through = (api) => api,
}: PrivateOptions<Name> = {}): Promise<PrivateDatabases<Name>> {
  const dir = mkdtempSync(join(tmpdir(), 'shinkan-private-'));
  await copyFilledDatabases(dir);
  const server = await startDatabaseServer(dir, () => {});
  const connection = await server.connectAsRoot();
  for (const name of empty) await prepareOwnDatabase(connection, name, owner);
  const { socketPath } = server;
  const cluster = { resourceArn: clusterArn, httpEndpoint: true, socketPath, users };
  const dataApi = through(createDataApi([cluster], limits));
  const api = await startRdsData(dataApi, 0, () => {});
  const client = new RDSDataClient({ ...clientSettings, endpoint: api.url });
  return {
    open: (database, as = 'owner', through = client) =>
      openDatabase({ clusterArn, secretArn: `arn:test:${as}`, database }, through),
    inProcess: inProcessClient(dataApi),
    api: dataApi,
    dir,
    socketPath,
    root: connection,
    async stop() {
      client.destroy();
      await connection.end();
      await api.stop();
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Copies `shinkan` and `shop`, made once for all tests, to where a server with this folder expects its data. */
export async function copyFilledDatabases(dir: string): Promise<void> {
  const engine = findEngine();
  const content = [...describeEngine(engine), ...['db/migrations', 'db/shop'].map(readFolder)];
  const filled = await cachedFolder('filled-databases', content, fill);
  const [from, to] = [homeOf(filled, engine.name), homeOf(dir, engine.name)];
  mkdirSync(to, { mode: 0o700 });
  copyFolder(join(from, 'data'), join(to, 'data'));
}

async function fill(dir: string): Promise<void> {
  const server = await startDatabaseServer(dir, () => {});
  const connection = await server.connectAsRoot();
  for (const name of ['shinkan', 'shop']) await prepareOwnDatabase(connection, name, owner);
  await connection.query('create user ?@? identified by ?', [
    reader.user,
    'localhost',
    reader.password,
  ]);
  await connection.end();
  const cluster = {
    resourceArn: clusterArn,
    httpEndpoint: true,
    socketPath: server.socketPath,
    users,
  };
  const api = createDataApi([cluster]);
  const open = (database: string) =>
    openDatabase({ clusterArn, secretArn: asOwner.secretArn, database }, inProcessClient(api));
  await applyMigrations(open('shinkan'), allMigrations());
  await runShopFile(open('shop'), 'sample.sql');
  await runShopFile(open('shop'), 'views.sql');
  await api.end();
  await server.stop();
}

function readFolder(folder: string): string[] {
  return readdirSync(join(root, folder))
    .sort()
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));
}

/** The migrations of the catalogue, in order. */
export const allMigrations = (): Migration[] => readMigrations(join(root, 'db/migrations'));

/** Runs a file of the sample shop: its tables or its views. */
export async function runShopFile(shop: Database, file: 'sample.sql' | 'views.sql'): Promise<void> {
  const sql = readFileSync(join(root, 'db/shop', file), 'utf8');
  for (const statement of splitStatements(sql)) await shop.execute(statement);
}
