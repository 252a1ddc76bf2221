import { BackedDataSource, type GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Database } from '../database/database.ts';

/**
 * The data source through which resolvers reach the database. The library's own RDS data source
 * grants wildcards; this one may run statements on one cluster with one secret only.
 */
export class AuroraDataSource extends BackedDataSource {
  constructor(
    scope: Construct,
    id: string,
    { api, database }: { api: GraphqlApi; database: Database },
  ) {
    const serviceRole = new Role(scope, `${id}Role`, {
      assumedBy: new ServicePrincipal('appsync.amazonaws.com'),
      description: 'Lets resolvers run statements on the database',
    });
    database.grantStatements(serviceRole);
    super(
      scope,
      id,
      { api, name: id, serviceRole, description: 'The database, through the Data API' },
      {
        type: 'RELATIONAL_DATABASE',
        relationalDatabaseConfig: {
          relationalDatabaseSourceType: 'RDS_HTTP_ENDPOINT',
          rdsHttpEndpointConfig: {
            awsRegion: database.region,
            awsSecretStoreArn: database.secret.secretArn,
            dbClusterIdentifier: database.cluster.clusterArn,
            databaseName: database.databaseName,
          },
        },
      },
    );
  }
}
