import type { Ports } from '../lib/ports.ts';
import { findEngine } from '../services/database/engine.ts';
import { startDatabaseServer } from '../services/database/startDatabaseServer.ts';
import { createDataApi, type DataApi } from '../services/rds-data/createDataApi.ts';
import { readServerSettings } from '../services/rds-data/readServerSettings.ts';
import { startRdsData } from '../services/rds-data/startRdsData.ts';
import type { SecretStore } from '../services/secretsmanager/secretStore.ts';
import type { ExternalDatabase } from './externalDatabase.ts';
import { openDatabases } from './openDatabases.ts';
import type { StartSteps } from './startSteps.ts';
import type { ResolvedTemplate } from './template.ts';

export interface DatabaseOptions {
  template: ResolvedTemplate;
  /** Databases of other systems, in addition to the template's clusters. */
  external: { databases: ExternalDatabase[]; secrets: SecretStore };
  ports: Ports;
  dir: string;
  steps: StartSteps;
  /** Receives progress messages. */
  say: (line: string) => void;
  log: (line: string) => void;
}

export interface Databases {
  dataApi: DataApi;
  socketPath: string;
}

/**
 * Starts the database server, creates what the template and other systems need in it, and serves
 * the Data API.
 */
export async function startDatabases({
  template,
  external,
  ports,
  dir,
  steps,
  say,
  log,
}: DatabaseOptions): Promise<Databases> {
  const settings = readServerSettings(template.ignored('AWS::RDS::DBClusterParameterGroup'));
  const server = await steps.step('Starting the database', async () =>
    steps.running(
      'the database server',
      await startDatabaseServer(dir, say, steps.signal, findEngine(), settings),
    ),
  );
  const resources = [...template.resources, ...template.ignored('AWS::RDS::DBInstance')];
  const clusters = await steps.step('Preparing the databases', () =>
    openDatabases(server, resources, external, say),
  );
  const dataApi = createDataApi(clusters);
  steps.running('the Data API', await startRdsData(dataApi, await ports.use('rdsData'), log));
  return { dataApi, socketPath: server.socketPath };
}
