import { Duration } from 'aws-cdk-lib';
import { type SecurityGroup, SubnetType } from 'aws-cdk-lib/aws-ec2';
import type { ICluster } from 'aws-cdk-lib/aws-ecs';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  Choice,
  Condition,
  Fail,
  type IChainable,
  IntegrationPattern,
  JitterType,
  JsonPath,
  Succeed,
  Timeout,
} from 'aws-cdk-lib/aws-stepfunctions';
import { EcsFargateLaunchTarget, EcsRunTask } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type { StagingTask } from '../constructs/stagingTask.ts';
import { publishStep, step, untilDrained } from './steps.ts';

export interface IngestParts {
  cluster: ICluster;
  task: StagingTask;
  securityGroup: SecurityGroup;
  guard: IFunction;
  merge: IFunction;
  publish: IFunction;
}

/**
 * One file: read and stage it, decide whether it may be merged, merge it, tell the open pages.
 *
 * Starts with `{ profile, key, encoding }` for a file, whose run then carries the execution's name,
 * or with `{ approve, by }` for a run that is held. Ends in `Merged`, in `Held`, or fails with
 * `IngestRefused` and the reason as its cause.
 */
export function defineIngest(scope: Construct, parts: IngestParts): IChainable {
  const merged = new Succeed(scope, 'Merged');
  const publishOnce = publishStep(scope, parts.publish);
  const publish = untilDrained(publishOnce, {
    id: 'Events left to publish?',
    remaining: '$.remaining',
    next: merged,
  });
  // What is merged is merged: the release workflow publishes what is left, and fails where it cannot.
  publishOnce.addCatch(new Succeed(scope, 'Merged, notices to follow'));
  const merge = step(scope, 'Merge', {
    handler: parts.merge,
    payload: { runId: JsonPath.stringAt('$.runId') },
  });
  const mergeApproved = step(scope, 'Merge the approved run', {
    handler: parts.merge,
    payload: { runId: JsonPath.stringAt('$.approve'), approvedBy: JsonPath.stringAt('$.by') },
  });
  const guard = step(scope, 'Guard', {
    handler: parts.guard,
    payload: { runId: JsonPath.stringAt('$$.Execution.Name') },
  });
  const decision = new Choice(scope, 'May it be merged?')
    .when(Condition.stringEquals('$.decision', 'MERGE'), merge.next(publish))
    .when(Condition.stringEquals('$.decision', 'HOLD'), new Succeed(scope, 'Held'))
    .otherwise(new Fail(scope, 'Refused', { error: 'IngestRefused', causePath: '$.reason' }));

  return new Choice(scope, 'Approved by an operator?')
    .when(Condition.isPresent('$.approve'), mergeApproved.next(publish))
    .otherwise(stage(scope, parts).next(guard).next(decision));
}

function stage(scope: Construct, { cluster, task, securityGroup }: IngestParts): EcsRunTask {
  const run = new EcsRunTask(scope, 'Stage', {
    integrationPattern: IntegrationPattern.RUN_JOB,
    cluster,
    taskDefinition: task.definition,
    launchTarget: new EcsFargateLaunchTarget(),
    subnets: { subnetType: SubnetType.PUBLIC },
    assignPublicIp: true,
    securityGroups: [securityGroup],
    containerOverrides: [
      {
        containerDefinition: task.container,
        environment: [
          { name: 'RUN_ID', value: JsonPath.stringAt('$$.Execution.Name') },
          { name: 'FEED_KEY', value: JsonPath.stringAt('$.key') },
          { name: 'PROFILE', value: JsonPath.stringAt('$.profile') },
          { name: 'ENCODING', value: JsonPath.stringAt('$.encoding') },
        ],
      },
    ],
    taskTimeout: Timeout.duration(Duration.hours(4)),
    resultPath: JsonPath.DISCARD,
  });
  // A file that cannot be read ends the container well and is told by the guard; what fails here is
  // a service. 4 retries, doubling from 30 s: 7.5 minutes in all, well past an Aurora failover.
  run.addRetry({
    errors: ['States.TaskFailed', 'States.Timeout'],
    interval: Duration.seconds(30),
    maxAttempts: 4,
    backoffRate: 2,
    jitterStrategy: JitterType.FULL,
  });
  return run;
}
