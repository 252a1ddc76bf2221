import { Duration, RemovalPolicy, Stack, TimeZone } from 'aws-cdk-lib';
import { Cluster, ContainerInsights } from 'aws-cdk-lib/aws-ecs';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { LOG_RETENTION } from '../../logs.ts';
import { parameter } from '../../parameters.ts';
import { defineIngest } from '../../workflows/ingest.ts';
import type { Database } from '../database/database.ts';
import type { Network } from '../database/network.ts';
import { Handler } from '../lib/handler.ts';
import { schedule } from '../lib/schedule.ts';
import { Workflow } from '../lib/workflow.ts';
import type { OperatorMail } from '../mail/operatorMail.ts';
import type { Publisher } from '../release/publisher.ts';
import type { FeedBucket } from './feedBucket.ts';
import { StagingTask } from './stagingTask.ts';

export interface IngestProps {
  network: Network;
  database: Database;
  feedBucket: FeedBucket;
  publisher: Publisher;
  operatorMail: OperatorMail;
}

/**
 * Turns a partner's file into books and events: once a day, and whenever an operator starts a run.
 */
export class Ingest extends Construct {
  readonly workflow: Workflow;

  constructor(scope: Construct, id: string, props: IngestProps) {
    super(scope, id);
    const { network, database, feedBucket, publisher, operatorMail } = props;
    const cluster = new Cluster(this, 'Cluster', {
      vpc: network.vpc,
      containerInsightsV2: ContainerInsights.ENABLED,
    });
    // The group that Container Insights writes to; one it created itself would never expire.
    new LogGroup(this, 'InsightsLog', {
      logGroupName: `/aws/ecs/containerinsights/${cluster.clusterName}/performance`,
      retention: LOG_RETENTION,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const guard = new Handler(this, 'IngestGuard', {
      description: 'Decides whether a run may be merged or is held for an operator',
      entry: 'services/ingest/guard.lambda.ts',
      environment: database.environment,
      // For a held run it also tries the merge.
      timeout: Duration.minutes(15),
    });
    const merge = new Handler(this, 'IngestMerge', {
      description: 'Merges the staged rows of a run into books and events, in one transaction',
      entry: 'services/ingest/merge.lambda.ts',
      environment: database.environment,
      timeout: Duration.minutes(15),
    });
    const preview = new Handler(this, 'IngestPreview', {
      description: 'Reports what merging a staged run would do, and discards the run',
      entry: 'services/ingest/preview.lambda.ts',
      environment: database.environment,
      timeout: Duration.minutes(15),
    });
    const discard = new Handler(this, 'IngestDiscard', {
      description: 'Discards a held run without merging it',
      entry: 'services/ingest/discard.lambda.ts',
      environment: database.environment,
      timeout: Duration.minutes(5),
    });
    for (const handler of [guard, merge, preview, discard]) database.grantUse(handler);

    this.workflow = new Workflow(this, 'Workflow', {
      definition: defineIngest(this, {
        cluster,
        task: new StagingTask(this, 'Staging', { database, feedBucket }),
        securityGroup: network.outboundOnly(this, 'TaskTraffic'),
        guard,
        merge,
        preview,
        discard,
        publish: publisher.publish,
        tell: operatorMail.tell,
      }),
      timeout: Duration.hours(6),
    });
    operatorMail.listenTo(this.workflow);
    schedule(this, 'Daily', {
      workflow: this.workflow,
      expression: ScheduleExpression.expression(
        parameter(Stack.of(this), 'IngestSchedule'),
        TimeZone.ASIA_TOKYO,
      ),
      input: { profile: 'shinkan', key: 'incoming/latest.csv', encoding: '' },
    });
  }
}
