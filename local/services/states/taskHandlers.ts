import { setImmediate as engineHasTold } from 'node:timers/promises';
import type { Json } from '../../resource.ts';
import { type Definition, type State, walkStates } from './definition.ts';
import { invokeTask, invokeWithParameters } from './invokeTask.ts';
import { kindOf } from './resourceKind.ts';
import { runContainerTask } from './runContainerTask.ts';
import { TaskError } from './taskError.ts';
import type { InvokeLambda, RunTask } from './tasks.ts';
import { LARGEST_PAYLOAD } from './validateStart.ts';

export interface Runners {
  invokeLambda: InvokeLambda;
  runTask: RunTask;
}

/** Tells of a task's progress, for the execution's history. */
export type TaskObserver = (
  event: 'TaskScheduled' | 'TaskSucceeded',
  state: string,
  resource: string,
  value: Json,
) => void;

export type TaskHandlers = { [stateName: string]: (input: Json) => Promise<Json> };

/**
 * One function for each Task state, as the engine wants them: by the state's name, which asl-validator has found
 * unique. They run for one execution; once `signal` is aborted they start nothing any more.
 */
export function taskHandlers(
  definition: Definition,
  runners: Runners,
  signal: AbortSignal,
  observe: TaskObserver,
): TaskHandlers {
  const handlers: TaskHandlers = {};
  for (const { name, state } of walkStates(definition)) {
    if (state.Type !== 'Task') continue;
    handlers[name] = async (input) => {
      // After an abort the engine still spends all retries of the running state, without waiting.
      if (signal.aborted) throw new TaskError('States.Runtime', 'aborted', { final: true });
      await engineHasTold();
      observe('TaskScheduled', name, String(state.Resource), input);
      const output = await run(state, input, runners, signal);
      checkSize(output);
      observe('TaskSucceeded', name, String(state.Resource), output);
      return output;
    };
  }
  return handlers;
}

function checkSize(output: Json): void {
  const size = Buffer.byteLength(JSON.stringify(output));
  if (size <= LARGEST_PAYLOAD) return;
  const seen = `The task returned a result with a size of ${size} bytes`;
  throw new TaskError(
    'States.DataLimitExceeded',
    `${seen}, at most ${LARGEST_PAYLOAD} are allowed.`,
    {
      final: true,
    },
  );
}

function run(state: State, input: Json, runners: Runners, signal: AbortSignal): Promise<Json> {
  const { kind } = kindOf(state);
  if (kind === 'invoke') return invokeWithParameters(runners.invokeLambda, input);
  if (kind === 'function') return invokeTask(runners.invokeLambda, String(state.Resource), input);
  if (kind !== 'runTask') throw new Error(`Resource ${state.Resource} was not refused at load`);
  const timeout = Number(state.TimeoutSeconds ?? 0);
  // The engine's own timer must win: only its error is States.Timeout to a Catch.
  const timers = timeout > 0 ? [AbortSignal.timeout(timeout * 1000 + 100)] : [];
  return runContainerTask(runners.runTask, input, AbortSignal.any([signal, ...timers]));
}
