import { Duration } from 'aws-cdk-lib';
import { Handler } from '../lib/handler.ts';
import { onDeployment } from '../lib/onDeployment.ts';
import type { Database } from './database.ts';

/** Applies the migrations during the deployment, once the database exists. */
export function migrate(database: Database): void {
  const handler = new Handler(database, 'Migrate', {
    description: 'Applies the pending numbered migrations to the database',
    entry: 'db/migrate.lambda.ts',
    environment: database.environment,
    timeout: Duration.minutes(10),
    copy: { 'db/migrations': 'migrations' },
  });
  database.grantUse(handler);
  onDeployment(database, 'Migration', {
    handler,
    after: database.cluster,
    timeout: Duration.minutes(10),
  });
}
