import type { RDSDataClient } from '@aws-sdk/client-rds-data';
import { type Connection, createConnection } from 'mysql2/promise';
import type { Database } from '../../../db/database.ts';
import type { DataApi, DataApiLimits } from '../../../local/services/rds-data/createDataApi.ts';
import { startPrivateDatabases } from '../privateDatabases.ts';
import { ReleaseWorld } from './releaseWorld.ts';

/** The databases of one world, its own and the shop's, on a server of their own. */
export interface ReleaseDatabases {
  dataApi: DataApi;
  /** Accepts several statements at once, in its own database. */
  root: Connection;
  /** Opened as in production; through the API in this process unless a client is given. */
  open(client?: RDSDataClient): { database: Database; shop: Database };
  stop(): Promise<void>;
}

export async function startReleaseDatabases(
  limits: Partial<DataApiLimits> = {},
): Promise<ReleaseDatabases> {
  const databases = await startPrivateDatabases({ limits });
  const open = (client = databases.inProcess) => ({
    database: databases.open('shinkan', 'owner', client),
    shop: databases.open('shop', 'owner', client),
  });
  await ReleaseWorld.prepareShop(open().shop);
  const root = await createConnection({
    socketPath: databases.socketPath,
    user: 'root',
    database: 'shinkan',
    multipleStatements: true,
    timezone: 'Z',
  });
  return {
    dataApi: databases.api,
    root,
    open,
    async stop() {
      await root.end();
      await databases.stop();
    },
  };
}
