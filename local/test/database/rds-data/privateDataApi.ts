import {
  ExecuteStatementCommand,
  type ExecuteStatementCommandInput,
  RDSDataClient,
} from '@aws-sdk/client-rds-data';
import type { Connection } from 'mysql2/promise';
import { afterAll, beforeAll } from 'vitest';
import { credentials, region } from '../../../lib/aws.ts';
import { prepareOwnDatabase, prepareReader } from '../../../services/mariadb/prepareDatabases.ts';
import { type Mariadb, startMariadb } from '../../../services/mariadb/startMariadb.ts';
import { createDataApi, type DataApiLimits } from '../../../services/rds-data/createDataApi.ts';
import { type RdsData, startRdsData } from '../../../services/rds-data/startRdsData.ts';
import { makeDirectory } from '../../template/support.ts';

export const target = { resourceArn: 'arn:cluster', secretArn: 'arn:secret', database: 'books' };

const owner = { user: 'owner', password: "it's, secret" };
const reader = { user: 'reader', password: 'r' };

/** A Data API for one test file, with its own database server, used through the AWS client. */
export function aPrivateDataApi(limits: Partial<DataApiLimits>, setUp: string[]) {
  let mariadb: Mariadb;
  let server: RdsData;
  let client: RDSDataClient;
  let clean = async () => {};

  beforeAll(async () => {
    const directory = makeDirectory();
    mariadb = await startMariadb(directory.path, () => undefined);
    await prepare(await mariadb.connectAsRoot(), setUp);
    const { socketPath } = mariadb;
    const users = { 'arn:secret': owner, 'arn:reader': reader };
    const clusters = [
      { resourceArn: 'arn:cluster', httpEndpoint: true, socketPath, users },
      { resourceArn: 'arn:closed', httpEndpoint: false, socketPath, users: { 'arn:other': owner } },
    ];
    server = await startRdsData(createDataApi(clusters, limits), 0, () => undefined);
    client = new RDSDataClient({ credentials, region, endpoint: server.url, maxAttempts: 1 });
    clean = async () => {
      client.destroy();
      await server.stop();
      await mariadb.stop();
      directory.remove();
    };
  });
  afterAll(() => clean());

  return {
    get mariadb() {
      return mariadb;
    },
    get client() {
      return client;
    },
    get url() {
      return server.url;
    },
    execute: (sql: string, rest: Partial<ExecuteStatementCommandInput> = {}) =>
      client.send(new ExecuteStatementCommand({ ...target, sql, ...rest })),
    /** Sends JSON written differently, as a client in another language would. */
    async post(path: string, body: string): Promise<{ status: number; text: string }> {
      const response = await fetch(server.url + path, { method: 'POST', body });
      return { status: response.status, text: await response.text() };
    },
    faults: (method: 'PUT' | 'GET' | 'DELETE', faults?: object[]) =>
      fetch(`${server.url}/_local/faults`, {
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
