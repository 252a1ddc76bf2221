import type { Json } from '../../../lib/resource.ts';
import type { Scope } from '../expressions/evaluate.ts';
import { StateError } from '../expressions/stateError.ts';
import { placeResult, readInput, writeOutput } from './flow.ts';
import { countRetries, findCatcher } from './retry.ts';
import { sleepUntil } from './sleep.ts';
import { scopeOf, type Thread, toText } from './thread.ts';
import type { Outcome, Visit } from './visit.ts';

/**
 * One attempt at the work of a Task, Map or Parallel state; `scope.data` is its effective input.
 */
export type Act = (visit: Visit, scope: Scope, thread: Thread) => Promise<Json>;

/**
 * Runs the work of a state, retries as its Retry says, and follows its Catch after the final
 * failure.
 */
export async function attempt(visit: Visit, thread: Thread, act: Act): Promise<Outcome> {
  const { name, state, data, entered, enteredTime } = visit;
  const nextAttempt = countRetries(state.Retry);
  for (let retries = 0; ; retries += 1) {
    const own = { EnteredTime: enteredTime, Name: name, RetryCount: retries };
    const scope = scopeOf(thread, own, data, entered);
    try {
      const input = readInput(state, scope);
      const result = await act(visit, { ...scope, data: input }, thread);
      const output = writeOutput(visit, result, scope);
      return { output, next: state.Next as string | undefined };
    } catch (error) {
      if (!(error instanceof StateError)) throw error;
      const seconds = nextAttempt(error);
      if (seconds === undefined) return goWhereCaught(visit, error, scope);
      const { retryPace = 1 } = thread.runners;
      await sleepUntil(Date.now() + seconds * 1000 * retryPace, thread.signal);
    }
  }
}

function goWhereCaught({ name, state, data }: Visit, error: StateError, scope: Scope): Outcome {
  const catcher = findCatcher(state.Catch, error);
  if (catcher === undefined) throw error;
  const told = { Error: error.name, Cause: error.message };
  const output = placeResult(catcher.ResultPath, data, told, scope);
  toText(output, name);
  return { output, next: catcher.Next };
}
