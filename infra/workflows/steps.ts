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
 * What passes by itself: a database that resumes, fails over or is busy, a service out of breath, a
 * function that was killed or ran out of time.
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
    // The names under which Lambda tells that a function has died: older, and newer runtimes.
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
  /** What the function gets. */
  payload?: Record<string, unknown>;
  /** What is kept of the answer, which stands under `$.Payload`; all of it when omitted. */
  keep?: Record<string, unknown>;
  /** Where it is kept; it replaces what the state was given when omitted. */
  at?: string;
}

/** Calls a function and waits for its answer. Every one of them may be called again at any time. */
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

/** Publishes what is in the log and not yet out; how many are left stands at `$.notices.remaining`. */
export function publishStep(scope: Construct, handler: IFunction): LambdaInvoke {
  const publish = step(scope, 'Publish', {
    handler,
    keep: { 'remaining.$': '$.Payload.remaining' },
    at: '$.notices',
  });
  // An API that does not answer for a moment.
  publish.addRetry({
    errors: ['PublishFailed'],
    interval: Duration.seconds(2),
    maxAttempts: 2,
    backoffRate: 2,
  });
  return publish;
}

/** Calls a function until it says that nothing remains (a number at `remaining`), then goes on. */
export function untilDrained(
  call: LambdaInvoke,
  { id, remaining, next }: { id: string; remaining: string; next: IChainable },
): IChainable {
  const choice = new Choice(call, id)
    .when(Condition.numberGreaterThan(remaining, 0), call)
    .otherwise(next);
  return call.next(choice);
}
