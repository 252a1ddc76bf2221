import { Duration, RemovalPolicy, Stack, Tags } from 'aws-cdk-lib';
import { SubnetType, type Vpc } from 'aws-cdk-lib/aws-ec2';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import {
  AuroraMysqlEngineVersion,
  ClusterInstance,
  Credentials,
  DatabaseCluster,
  DatabaseClusterEngine,
  ParameterGroup,
} from 'aws-cdk-lib/aws-rds';
import type { ISecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { acknowledge } from '../../acknowledge.ts';

import { type DataApiCluster, grantDataApi } from './grantDataApi.ts';

const NAME = 'shinkan';

/** What our SQL relies on, whatever the defaults of a version or an account are. */
const SETTINGS = {
  character_set_server: 'utf8mb4',
  collation_server: 'utf8mb4_0900_ai_ci',
  innodb_autoinc_lock_mode: '2',
  sql_mode:
    'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',
  time_zone: 'UTC',
};

/** Our own database: Aurora MySQL that scales with the load, reached only through the Data API. */
export class Database extends Construct {
  readonly cluster: DatabaseCluster;
  readonly secret: ISecret;
  readonly databaseName = NAME;

  constructor(scope: Construct, id: string, { vpc }: { vpc: Vpc }) {
    super(scope, id);
    const engine = DatabaseClusterEngine.auroraMysql({
      version: AuroraMysqlEngineVersion.VER_3_10_4,
    });
    this.cluster = new DatabaseCluster(this, 'Cluster', {
      engine,
      parameterGroup: new ParameterGroup(this, 'Settings', {
        engine,
        description: 'What the SQL of Shinkan relies on',
        parameters: SETTINGS,
      }),
      writer: ClusterInstance.serverlessV2('Writer', { enablePerformanceInsights: true }),
      // With a second instance a failover takes seconds instead of a ten-minute rebuild.
      readers: [
        ClusterInstance.serverlessV2('Standby', {
          scaleWithWriter: true,
          enablePerformanceInsights: true,
        }),
      ],
      // 0.5 is the lowest capacity that never pauses; the release workflow queries the database
      // every minute.
      serverlessV2MinCapacity: 0.5,
      serverlessV2MaxCapacity: 8,
      vpc,
      vpcSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
      credentials: Credentials.fromGeneratedSecret(NAME),
      defaultDatabaseName: NAME,
      enableDataApi: true,
      iamAuthentication: true,
      storageEncrypted: true,
      copyTagsToSnapshot: true,
      backup: { retention: Duration.days(14), preferredWindow: '17:00-18:00' },
      preferredMaintenanceWindow: 'Sun:18:30-Sun:19:30',
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Tags.of(this.cluster).add('backup', 'point-in-time');
    this.secret = required(this.cluster.secret);
    // A retained cluster without its password would be lost anyway.
    const generated = this.cluster.node.findChild('Secret') as Secret;
    generated.applyRemovalPolicy(RemovalPolicy.RETAIN);
    acknowledge(
      this.cluster,
      {
        id: 'AwsSolutions-RDS11',
        reason: 'No port to the cluster is open: it is reached only through the Data API.',
      },
      {
        id: 'AwsSolutions-RDS14',
        reason: 'Point-in-time restore covers 14 days; backtrack would add cost to every write.',
      },
      {
        id: 'AwsSolutions-SMG4',
        reason:
          'The secret never leaves Secrets Manager: callers of the Data API name it and do not read it.',
      },
    );
  }

  /** The environment variables that code needs to reach the database. */
  get environment() {
    return {
      CLUSTER_ARN: this.cluster.clusterArn,
      SECRET_ARN: this.secret.secretArn,
      DATABASE_NAME: this.databaseName,
    };
  }

  /** Lets code read and write the database. */
  grantUse(grantee: IGrantable): void {
    grantDataApi(
      grantee,
      this.arns,
      'ExecuteStatement',
      'BatchExecuteStatement',
      'BeginTransaction',
      'CommitTransaction',
      'RollbackTransaction',
    );
  }

  /** Lets resolvers, and code that reads like them, run single statements. */
  grantStatements(grantee: IGrantable): void {
    grantDataApi(grantee, this.arns, 'ExecuteStatement');
  }

  private get arns(): DataApiCluster {
    return { clusterArn: this.cluster.clusterArn, secretArn: this.secret.secretArn };
  }

  /** The region in which the database runs. */
  get region(): string {
    return Stack.of(this).region;
  }
}

function required(secret: ISecret | undefined): ISecret {
  if (secret === undefined) throw new Error('The cluster has no secret; expected a generated one');
  return secret;
}
