import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  Choice,
  Condition,
  type IChainable,
  JitterType,
  type RetryProps,
  TaskInput,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';

/**
 * Transient errors: a database that resumes, fails over or is busy, a throttled service, a function
 * that was killed or timed out.
 */
const PASSING: RetryProps = {
  errors: [
    'DatabaseErrorException',
    'DatabaseResumingException',
    'DatabaseUnavailableException',
    'InternalServerErrorException',
    'ServiceUnavailableError',
    'StatementTimeoutException',
    'ThrottlingException',
    'TimeoutError',
    // A transaction that the database lost, in a failover or because its function was frozen.
    'TransactionNotFoundException',
    'Lambda.TooManyRequestsException',
    // Lambda's error names for a function that died, in older and newer runtimes.
    'Lambda.Unknown',
    'Runtime.ExitError',
    'Sandbox.Timedout',
    'States.Timeout',
  ],
  // 5 retries, doubling from 4 s: two minutes in all, well past an Aurora failover.
  interval: Duration.seconds(4),
  maxAttempts: 5,
  backoffRate: 2,
  jitterStrategy: JitterType.FULL,
};

export interface StepProps {
  handler: IFunction;
  /** The function's input. */
  payload?: Record<string, unknown>;
  /** What is kept of the result under `$.Payload`; all of it when omitted. */
  keep?: Record<string, unknown>;
  /** The path where it is kept; replaces the state's input when omitted. */
  at?: string;
}

/** Invokes a function and waits for its result. Every one of them is idempotent. */
export function step(
  scope: Construct,
  id: string,
  { handler, payload = {}, keep, at }: StepProps,
): LambdaInvoke {
  const invoke = new LambdaInvoke(scope, id, {
    lambdaFunction: handler,
    payload: TaskInput.fromObject(payload),
    ...(keep === undefined
      ? { outputPath: '$.Payload' }
      : { resultSelector: keep, resultPath: at }),
  });
  invoke.addRetry(PASSING);
  return invoke;
}

/** Publishes the unpublished events of the log; `$.notices.remaining` says how many remain. */
export function publishStep(scope: Construct, handler: IFunction): LambdaInvoke {
  const publish = step(scope, 'Publish', {
    handler,
    keep: { 'remaining.$': '$.Payload.remaining' },
    at: '$.notices',
  });
  // An API that briefly does not answer.
  publish.addRetry({
    errors: ['PublishFailed'],
    interval: Duration.seconds(2),
    maxAttempts: 2,
    backoffRate: 2,
  });
  return publish;
}

/** Invokes a function until nothing remains (a number at `remaining`), then continues. */
export function untilDrained(
  call: LambdaInvoke,
  { id, remaining, next }: { id: string; remaining: string; next: IChainable },
): IChainable {
  const choice = new Choice(call, id)
    .when(Condition.numberGreaterThan(remaining, 0), call)
    .otherwise(next);
  return call.next(choice);
}
