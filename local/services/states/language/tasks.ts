import type { Json } from '../../../lib/resource.ts';
import type { RunTaskInput } from '../../ecs/startEcs.ts';

/**
 * Runs a Lambda function and gives its answer. Rejects with an Error whose `name` is what Retry and Catch match:
 * the `errorType` of the function's own error, or a service error such as `Lambda.TooManyRequestsException`.
 * Its message becomes `errorMessage`, its stack the `trace` of the Cause.
 */
export type InvokeLambda = (functionArn: string, payload: Json) => Promise<Json>;

/** A stopped task, as ECS describes it. Any container that did not end with 0 fails the state. */
export interface StoppedTask {
  TaskArn: string;
  LastStatus: 'STOPPED';
  StoppedReason?: string;
  Containers: { Name: string; ExitCode: number; Reason?: string }[];
}

/**
 * Runs a container to its end. `signal` is aborted when the execution is stopped or the state times out: stop the
 * container then. Rejects when the task cannot be started; a name such as `ECS.ClusterNotFoundException` is kept.
 */
export type RunTask = (request: RunTaskInput, signal: AbortSignal) => Promise<StoppedTask>;

/** What Task states can call. */
export interface Runners {
  invokeLambda: InvokeLambda;
  runTask: RunTask;
  /** How much of the wait before each retry is waited: 0.01 for a hundredth; all of it when left out. */
  retryPace?: number;
}
