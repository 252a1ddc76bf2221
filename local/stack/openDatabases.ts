import type { Resource } from '../lib/resource.ts';
import { prepareOwnDatabase } from '../services/database/prepareDatabases.ts';
import type { DatabaseServer } from '../services/database/startDatabaseServer.ts';
import type { Cluster } from '../services/rds-data/clusters.ts';
import { readClusters } from '../services/rds-data/readClusters.ts';
import type { SecretStore } from '../services/secretsmanager/secretStore.ts';
import { type ExternalDatabase, openExternalDatabase } from './externalDatabase.ts';

/**
 * Creates the databases and users of the template's clusters and of other systems for the Data API.
 */
export async function openDatabases(
  server: Pick<DatabaseServer, 'connectAsRoot' | 'socketPath'>,
  resources: Resource[],
  external: { databases: ExternalDatabase[]; secrets: SecretStore },
  log: (line: string) => void,
): Promise<Cluster[]> {
  const clusters: Cluster[] = [];
  const root = await server.connectAsRoot();
  try {
    for (const cluster of readClusters(resources)) {
      const user = { user: cluster.user, password: cluster.password };
      await prepareOwnDatabase(root, cluster.database, user);
      clusters.push({
        resourceArn: cluster.arn,
        httpEndpoint: cluster.httpEndpoint,
        socketPath: server.socketPath,
        users: Object.fromEntries(cluster.secretArns.map((secretArn) => [secretArn, user])),
      });
    }
  } finally {
    await root.end();
  }
  for (const database of external.databases) {
    clusters.push(await openExternalDatabase(server, database, external.secrets, log));
  }
  return clusters;
}
