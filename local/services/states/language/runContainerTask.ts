import type { Json } from '../../../lib/resource.ts';
import type { RunTaskInput } from '../../ecs/startEcs.ts';
import { StateError } from '../expressions/stateError.ts';
import type { RunTask } from './tasks.ts';

/**
 * `ecs:runTask.sync`: returns the stopped task; a container with an exit code other than 0 is
 * `States.TaskFailed`.
 */
export async function runContainerTask(
  runTask: RunTask,
  parameters: Json,
  signal: AbortSignal,
): Promise<Json> {
  const task = await start(runTask, parameters as unknown as RunTaskInput, signal);
  if (task.Containers.some(({ ExitCode }) => ExitCode !== 0)) {
    throw new StateError('States.TaskFailed', JSON.stringify(task));
  }
  return task as unknown as Json; // contains only ECS's own names and JSON values
}

async function start(runTask: RunTask, request: RunTaskInput, signal: AbortSignal) {
  try {
    return await runTask(request, signal);
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    throw new StateError(/^(ECS|States)\./.test(name) ? name : 'States.TaskFailed', message);
  }
}
