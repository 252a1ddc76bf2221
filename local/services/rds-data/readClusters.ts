import { arn } from '../../aws.ts';
import { NotEmulated, nameOf, refuseUnknownProperties } from '../../refuse.ts';
import type { Resource } from '../../resource.ts';

/** A database cluster of the template. */
export interface ClusterResource {
  arn: string;
  httpEndpoint: boolean;
  database: string;
  user: string;
  password: string;
  /** The secrets that hold these credentials. */
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

// Size, place, upkeep and protection of the real cluster.
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

/** Reads every `AWS::RDS::DBCluster`, each with the secrets attached to it. */
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
