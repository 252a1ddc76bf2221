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
import type { StagingTask } from '../constructs/ingest/stagingTask.ts';
import { publishStep, step, untilDrained } from './steps.ts';

export interface IngestParts {
  cluster: ICluster;
  task: StagingTask;
  securityGroup: SecurityGroup;
  guard: IFunction;
  merge: IFunction;
  preview: IFunction;
  discard: IFunction;
  publish: IFunction;
  tell: IFunction;
}

/**
 * Handles one file: reads and stages it, decides whether it may be merged, merges it, and notifies
 * the open pages.
 *
 * The input is `{ profile, key, encoding }` for a file, whose run takes the execution's name, plus
 * `dryRun` to report only what would happen; or `{ approve, by }` or `{ discard, by }` for a held
 * run. Ends in `Merged`, `Held`, `Tried` or `Discarded`, or fails with `IngestRefused` and the
 * reason as its cause. Operators are mailed about a held or rejected run before the execution ends.
 */
export function defineIngest(scope: Construct, parts: IngestParts): IChainable {
  const merged = new Succeed(scope, 'Merged');
  const publishOnce = publishStep(scope, parts.publish);
  const publish = untilDrained(publishOnce, {
    id: 'Events left to publish?',
    remaining: '$.notices.remaining',
    next: merged,
  });
  // The merge is done: the release workflow publishes the remaining events, and fails if it cannot.
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
  const refused = new Fail(scope, 'Refused', { error: 'IngestRefused', causePath: '$.reason' });
  const decision = new Choice(scope, 'May it be merged?')
    .when(Condition.stringEquals('$.decision', 'MERGE'), merge.next(publish))
    .when(
      Condition.stringEquals('$.decision', 'HOLD'),
      tellOperators(scope, 'Tell of the hold', {
        tell: parts.tell,
        status: 'SUCCEEDED',
        next: new Succeed(scope, 'Held'),
      }),
    )
    .otherwise(
      tellOperators(scope, 'Tell of the refusal', {
        tell: parts.tell,
        status: 'FAILED',
        next: refused,
      }),
    );
  const preview = step(scope, 'Preview', {
    handler: parts.preview,
    payload: { runId: JsonPath.stringAt('$$.Execution.Name') },
  }).next(
    new Choice(scope, 'Can it be read?')
      .when(Condition.stringEquals('$.decision', 'REFUSE'), refused)
      .otherwise(new Succeed(scope, 'Tried')),
  );
  const staging = stage(scope, parts);
  const read = staging.next(
    new Choice(scope, 'A dry run?')
      .when(Condition.isPresent('$.dryRun'), preview)
      .otherwise(guard.next(decision)),
  );
  // Another run that changed books of this file was merged between the reading and the merge.
  merge.addCatch(staging, { errors: ['IngestRunOvertaken'], resultPath: '$.overtaken' });
  const discard = step(scope, 'Discard', {
    handler: parts.discard,
    payload: { runId: JsonPath.stringAt('$.discard'), discardedBy: JsonPath.stringAt('$.by') },
  }).next(new Succeed(scope, 'Discarded'));

  return new Choice(scope, 'What did an operator decide?')
    .when(Condition.isPresent('$.approve'), mergeApproved.next(publish))
    .when(Condition.isPresent('$.discard'), discard)
    .otherwise(read);
}

/**
 * Mails operators how the execution is about to end, then ends it, whether or not the mail was
 * sent.
 */
function tellOperators(
  scope: Construct,
  id: string,
  { tell, status, next }: { tell: IFunction; status: string; next: Succeed | Fail },
): IChainable {
  const told = step(scope, id, {
    handler: tell,
    // In the format of EventBridge's event for an execution that has ended.
    payload: {
      detail: {
        executionArn: JsonPath.executionId,
        stateMachineArn: JsonPath.stateMachineId,
        name: JsonPath.executionName,
        status,
        startDate: JsonPath.executionStartTime,
        input: JsonPath.jsonToString(JsonPath.executionInput),
      },
    },
    keep: { 'sent.$': '$.Payload.sent' },
    at: '$.told',
  });
  // SES throttles: two retries within 15 s. Somebody may be waiting for the outcome, and an alarm
  // reports a mail that was not sent.
  told.addRetry({
    errors: ['OperatorNotTold'],
    interval: Duration.seconds(5),
    maxAttempts: 2,
    backoffRate: 2,
    jitterStrategy: JitterType.FULL,
  });
  told.addCatch(next, { resultPath: '$.told' });
  return told.next(next);
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
          { name: 'FEED_KEY', value: JsonPath.stringAt('$$.Execution.Input.key') },
          { name: 'PROFILE', value: JsonPath.stringAt('$$.Execution.Input.profile') },
          { name: 'ENCODING', value: JsonPath.stringAt('$$.Execution.Input.encoding') },
        ],
      },
    ],
    taskTimeout: Timeout.duration(Duration.hours(4)),
    resultPath: JsonPath.DISCARD,
  });
  // An unreadable file ends the container successfully and is reported by the guard; a failure here
  // is a service's. 4 retries, doubling from 30 s: 7.5 minutes in all, well past an Aurora
  // failover.
  run.addRetry({
    errors: ['States.TaskFailed', 'States.Timeout'],
    interval: Duration.seconds(30),
    maxAttempts: 4,
    backoffRate: 2,
    jitterStrategy: JitterType.FULL,
  });
  return run;
}
