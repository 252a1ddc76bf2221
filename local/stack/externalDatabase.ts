import { randomBytes } from 'node:crypto';
import { prepareOwnDatabase, prepareReader } from '../services/database/prepareDatabases.ts';
import type { DatabaseServer } from '../services/database/startDatabaseServer.ts';
import type { Cluster } from '../services/rds-data/clusters.ts';
import type { SecretStore } from '../services/secretsmanager/secretStore.ts';

/** Another system's database, in a cluster that the template refers to but does not declare. */
export interface ExternalDatabase {
  clusterArn: string;
  database: string;
  /**
   * The other system's own user, who creates the tables; has no password, since the socket is
   * private.
   */
  owner: string;
  /** The user whose password is in the secret, and the tables and views it may read. */
  reader: { user: string; secretArn: string; mayRead: string[] };
  /** Creates tables and views. Called before anything else uses the database. */
  prepare?: (asOwner: { socketPath: string; user: string; database: string }) => Promise<void>;
}

/** Creates the database with its two users and returns its cluster for the Data API. */
export async function openExternalDatabase(
  server: Pick<DatabaseServer, 'connectAsRoot' | 'socketPath'>,
  { clusterArn, database, owner, reader, prepare }: ExternalDatabase,
  secrets: SecretStore,
  log: (line: string) => void,
): Promise<Cluster> {
  const newPassword = () => randomBytes(24).toString('base64url');
  const { socketPath } = server;
  const { user, secretArn, mayRead } = reader;
  const credentials = { user, password: secrets.keep(secretArn, newPassword) };
  const root = await server.connectAsRoot();
  try {
    await prepareOwnDatabase(root, database, { user: owner, password: '' });
    await prepare?.({ socketPath, user: owner, database });
    const missing = await prepareReader(root, database, credentials, mayRead);
    if (missing.length > 0)
      log(`The database ${database} has no ${missing.join(' and no ')}: nothing to read there`);
  } finally {
    await root.end();
  }
  return {
    resourceArn: clusterArn,
    httpEndpoint: true,
    socketPath,
    users: { [secretArn]: credentials },
  };
}
