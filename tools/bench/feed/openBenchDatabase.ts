import { RDSDataClient } from '@aws-sdk/client-rds-data';
import { type Database, openDatabase } from '../../../db/database.ts';
import { target } from '../data-api/cluster.ts';

/** The database of a bench through the Data API at `url`, by AWS's client. */
export function openBenchDatabase(url: string): { database: Database; close(): void } {
  const client = new RDSDataClient({
    endpoint: url,
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const database = openDatabase({ clusterArn: target.resourceArn, ...target }, client);
  return { database, close: () => client.destroy() };
}
