import { region } from '../../../lib/aws.ts';
import type { Json } from '../../../lib/resource.ts';
import type { State } from '../definition/definition.ts';
import { kindOf } from '../definition/resourceKind.ts';
import { fillTemplate, type Scope } from '../expressions/evaluate.ts';
import { StateError } from '../expressions/stateError.ts';
import type { Act } from './attempt.ts';
import { invokeTask, invokeWithParameters } from './invokeTask.ts';
import { runContainerTask } from './runContainerTask.ts';
import { sleepUntil, unlessAborted } from './sleep.ts';
import { log, type Thread, toText } from './thread.ts';
import { readSeconds } from './wait.ts';

/** Calls the resource of a Task state and waits for the answer within its timeout. */
export const runTask: Act = async ({ name, state }, scope, thread) => {
  const parameters =
    state.Parameters === undefined ? scope.data : fillTemplate(state.Parameters, scope);
  const text = toText(parameters, name);
  const seconds = timeoutOf(state, scope);
  const { prefix, called, asked } = describeCall(state, text);
  log(thread, `${prefix}Scheduled`, { ...asked, ...(seconds && { timeoutInSeconds: seconds }) });
  log(thread, `${prefix}Started`, called);
  try {
    const answer = await callWithin(seconds, thread, (signal) =>
      call(state, parameters, thread, signal),
    );
    const output = toText(answer, String(called.resourceType ?? state.Resource));
    log(thread, `${prefix}Succeeded`, { ...called, output });
    return answer;
  } catch (error) {
    if (error instanceof StateError) {
      const { name: type, message: cause } = error;
      const how = type === 'States.Timeout' ? 'TimedOut' : 'Failed';
      const told = { ...called, error: type, ...(cause !== '' && { cause }) };
      thread.previous = thread.history.note(`${prefix}${how}`, thread.previous, told);
    }
    throw error;
  }
};

function call(state: State, input: Json, { runners }: Thread, signal: AbortSignal): Promise<Json> {
  const { kind } = kindOf(state);
  if (kind === 'invoke') return invokeWithParameters(runners.invokeLambda, input);
  if (kind === 'function') return invokeTask(runners.invokeLambda, String(state.Resource), input);
  if (kind === 'runTask') return runContainerTask(runners.runTask, input, signal);
  throw new Error(`Resource ${state.Resource} was not refused at load`);
}

/**
 * Runs `work` for at most this many seconds; its signal is aborted on timeout or when the thread is
 * interrupted.
 */
async function callWithin<T>(
  seconds: number | undefined,
  thread: Thread,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const over = new AbortController();
  const signal = AbortSignal.any([thread.signal, over.signal]);
  if (seconds !== undefined) {
    sleepUntil(Date.now() + seconds * 1000, signal).then(
      () => over.abort(new StateError('States.Timeout')),
      () => undefined,
    );
  }
  try {
    return await unlessAborted(work(signal), signal);
  } finally {
    over.abort(); // also ends the timer
  }
}

function timeoutOf(state: State, scope: Scope): number | undefined {
  if (state.TimeoutSecondsPath !== undefined) {
    return readSeconds('TimeoutSecondsPath', String(state.TimeoutSecondsPath), scope, 1);
  }
  return state.TimeoutSeconds === undefined ? undefined : Number(state.TimeoutSeconds);
}

/** How the history names a call: a function by its ARN, an integration by service and action. */
function describeCall(state: State, input: string) {
  const resource = String(state.Resource);
  if (kindOf(state).kind === 'function') {
    const called: { [member: string]: string } = {};
    return { prefix: 'LambdaFunction', called, asked: { resource, input } };
  }
  const [resourceType = '', action = ''] = resource.split(':').slice(-2);
  const called: { [member: string]: string } = { resourceType, resource: action };
  return { prefix: 'Task', called, asked: { ...called, region, parameters: input } };
}
