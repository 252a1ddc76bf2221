import { arn } from '../../lib/aws.ts';
import { NotEmulated, nameOf, refuseUnknownProperties } from '../../lib/refuse.ts';
import type { Resource } from '../../lib/resource.ts';

/** A database cluster of the template. */
export interface ClusterResource {
  arn: string;
  httpEndpoint: boolean;
  database: string;
  user: string;
  password: string;
  /** The secrets with these credentials. */
  secretArns: string[];
}

const honoured = [
  'DatabaseName',
  'EnableHttpEndpoint',
  'Engine',
  'MasterUserPassword',
  'MasterUsername',
  'DBClusterIdentifier',
];

// Size, placement, maintenance and protection of the real cluster.
const harmless = [
  'BackupRetentionPeriod',
  'BacktrackWindow',
  'CloudwatchLogsExports',
  'CopyTagsToSnapshot',
  'DBClusterParameterGroupName',
  'DBSubnetGroupName',
  'DeletionProtection',
  'EnableCloudwatchLogsExports',
  'EnableIAMDatabaseAuthentication',
  'EngineVersion',
  'KmsKeyId',
  'MonitoringInterval',
  'MonitoringRoleArn',
  'PerformanceInsightsEnabled',
  'Port',
  'PreferredBackupWindow',
  'PreferredMaintenanceWindow',
  'ServerlessV2ScalingConfiguration',
  'StorageEncrypted',
  'StorageType',
  'Tags',
  'VpcSecurityGroupIds',
];

/**
 * Reads every `AWS::RDS::DBCluster` with its attached secrets. Throws for one that the Data API
 * does not serve.
 */
export function readClusters(resources: Resource[]): ClusterResource[] {
  const attachments = resources.filter(
    ({ type }) => type === 'AWS::SecretsManager::SecretTargetAttachment',
  );
  return resources
    .filter(({ type }) => type === 'AWS::RDS::DBCluster')
    .map((resource) => {
      refuseUnknownProperties(resource, honoured, harmless);
      const { Engine, DatabaseName, EnableHttpEndpoint, MasterUsername, MasterUserPassword } =
        resource.properties;
      if (Engine !== 'aurora-mysql')
        throw new NotEmulated(`${nameOf(resource)}: engine ${Engine} is not emulated`);
      if (EnableHttpEndpoint === true) refuseBurstable(resource, resources);
      return {
        arn: arn('rds', `cluster:${resource.ref}`),
        httpEndpoint: EnableHttpEndpoint === true,
        database: String(DatabaseName),
        user: String(MasterUsername),
        password: String(MasterUserPassword),
        secretArns: attachments
          .filter(({ properties }) => properties.TargetId === resource.ref)
          .map(({ properties }) => String(properties.SecretId)),
      };
    });
}

/** API guide, "Limitations for the Amazon RDS Data API": no T classes. */
function refuseBurstable(cluster: Resource, resources: Resource[]): void {
  for (const instance of resources) {
    const { DBClusterIdentifier, DBInstanceClass } = instance.properties;
    if (instance.type !== 'AWS::RDS::DBInstance' || DBClusterIdentifier !== cluster.ref) continue;
    if (!String(DBInstanceClass).startsWith('db.t')) continue;
    throw new NotEmulated(
      `${nameOf(instance)}: the Data API of ${nameOf(cluster)} does not serve instances of class ${DBInstanceClass}`,
    );
  }
}
