import {
  ExecuteStatementCommand,
  type ExecuteStatementCommandInput,
  RDSDataClient,
} from '@aws-sdk/client-rds-data';
import type { Connection } from 'mysql2/promise';
import { afterAll, beforeAll } from 'vitest';
import { credentials, region } from '../../../lib/aws.ts';
import { prepareOwnDatabase, prepareReader } from '../../../services/database/prepareDatabases.ts';
import {
  type DatabaseServer,
  startDatabaseServer,
} from '../../../services/database/startDatabaseServer.ts';
import { createDataApi, type DataApiLimits } from '../../../services/rds-data/createDataApi.ts';
import { type RdsData, startRdsData } from '../../../services/rds-data/startRdsData.ts';
import { makeDirectory } from '../../template/support.ts';

export const target = { resourceArn: 'arn:cluster', secretArn: 'arn:secret', database: 'books' };

const owner = { user: 'owner', password: "it's, secret" };
const reader = { user: 'reader', password: 'r' };

/** A Data API for one test file, with its own database server, used through the AWS client. */
export function aPrivateDataApi(limits: Partial<DataApiLimits>, setUp: string[]) {
  let server: DatabaseServer;
  let dataApi: RdsData;
  let client: RDSDataClient;
  let clean = async () => {};

  beforeAll(async () => {
    const directory = makeDirectory();
    server = await startDatabaseServer(directory.path, () => undefined);
    await prepare(await server.connectAsRoot(), setUp);
    const { socketPath } = server;
    const users = { 'arn:secret': owner, 'arn:reader': reader };
    const clusters = [
      { resourceArn: 'arn:cluster', httpEndpoint: true, socketPath, users },
      { resourceArn: 'arn:closed', httpEndpoint: false, socketPath, users: { 'arn:other': owner } },
    ];
    dataApi = await startRdsData(createDataApi(clusters, limits), 0, () => undefined);
    client = new RDSDataClient({ credentials, region, endpoint: dataApi.url, maxAttempts: 1 });
    clean = async () => {
      client.destroy();
      await dataApi.stop();
      await server.stop();
      directory.remove();
    };
  });
  afterAll(() => clean());

  return {
    get server() {
      return server;
    },
    get client() {
      return client;
    },
    get url() {
      return dataApi.url;
    },
    execute: (sql: string, rest: Partial<ExecuteStatementCommandInput> = {}) =>
      client.send(new ExecuteStatementCommand({ ...target, sql, ...rest })),
    /** Sends JSON written differently, as a client in another language would. */
    async post(path: string, body: string): Promise<{ status: number; text: string }> {
      const response = await fetch(dataApi.url + path, { method: 'POST', body });
      return { status: response.status, text: await response.text() };
    },
    faults: (method: 'PUT' | 'GET' | 'DELETE', faults?: object[]) =>
      fetch(`${dataApi.url}/_local/faults`, {
        method,
        ...(faults && { body: JSON.stringify({ faults }) }),
      }),
  };
}

async function prepare(root: Connection, setUp: string[]): Promise<void> {
  await prepareOwnDatabase(root, 'books', owner);
  await root.changeUser({ database: 'books' });
  for (const sql of setUp) await root.query(sql);
  await prepareReader(root, 'books', reader, ['book']);
  await root.end();
}
