import type { Json } from '../../../lib/resource.ts';
import type { RunTaskInput } from '../../ecs/startEcs.ts';

/**
 * Runs a Lambda function and returns its answer. Rejects with an Error whose `name` is matched by
 * Retry and Catch: the `errorType` of the function's own error, or a service error such as
 * `Lambda.TooManyRequestsException`. In the Cause, its message becomes `errorMessage` and its stack
 * `trace`.
 */
export type InvokeLambda = (functionArn: string, payload: Json) => Promise<Json>;

/**
 * A stopped task as ECS describes it. A container with an exit code other than 0 fails the state.
 */
export interface StoppedTask {
  TaskArn: string;
  LastStatus: 'STOPPED';
  StoppedReason?: string;
  Containers: { Name: string; ExitCode: number; Reason?: string }[];
}

/**
 * Runs a container to its end. `signal` is aborted when the execution is stopped or the state times
 * out; the container must then be stopped. Rejects if the task cannot be started, keeping names
 * such as `ECS.ClusterNotFoundException`.
 */
export type RunTask = (request: RunTaskInput, signal: AbortSignal) => Promise<StoppedTask>;

/** What Task states can call. */
export interface Runners {
  invokeLambda: InvokeLambda;
  runTask: RunTask;
  /** The factor applied to the wait before each retry: 0.01 for a hundredth; 1 if omitted. */
  retryPace?: number;
}
