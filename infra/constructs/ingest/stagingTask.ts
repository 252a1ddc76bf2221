import { RemovalPolicy } from 'aws-cdk-lib';
import {
  type ContainerDefinition,
  ContainerImage,
  CpuArchitecture,
  FargateTaskDefinition,
  LogDrivers,
  OperatingSystemFamily,
} from 'aws-cdk-lib/aws-ecs';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge } from '../../acknowledge.ts';
import { ingestImage } from '../../ingestImage.ts';
import { LOG_RETENTION } from '../../logs.ts';
import type { Database } from '../database/database.ts';
import type { FeedBucket } from './feedBucket.ts';

export interface StagingTaskProps {
  database: Database;
  feedBucket: FeedBucket;
}

/**
 * Reads one file and stages its rows. A container, because this may take longer than a Lambda
 * function may run.
 */
export class StagingTask extends Construct {
  readonly definition: FargateTaskDefinition;
  readonly container: ContainerDefinition;

  constructor(scope: Construct, id: string, { database, feedBucket }: StagingTaskProps) {
    super(scope, id);
    this.definition = new FargateTaskDefinition(this, 'Task', {
      cpu: 1024,
      memoryLimitMiB: 2048,
      runtimePlatform: {
        cpuArchitecture: CpuArchitecture.ARM64,
        operatingSystemFamily: OperatingSystemFamily.LINUX,
      },
    });
    this.container = this.definition.addContainer('Container', {
      image: ContainerImage.fromDockerImageAsset(ingestImage(this, 'Image')),
      environment: { ...database.environment, FEED_BUCKET: feedBucket.bucketName },
      logging: LogDrivers.awsLogs({
        streamPrefix: 'ingest',
        logGroup: new LogGroup(this, 'Log', {
          retention: LOG_RETENTION,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
      }),
      readonlyRootFilesystem: true,
    });
    database.grantUse(this.definition.taskRole);
    feedBucket.grantFetch(this.definition.taskRole);
    acknowledge(this.definition.obtainExecutionRole(), {
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'The token for an image registry is granted without a resource to name.',
    });
    acknowledge(this.definition, {
      id: 'AwsSolutions-ECS2',
      reason: 'The variables are names of things; none is a secret.',
    });
  }
}
