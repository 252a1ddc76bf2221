import { type Definition, type State, walkStates } from './definition.ts';
import { pointAtRootExecution } from './paths.ts';
import { LONGEST_TIMER } from './supportedFields.ts';

/** The definition as the engine has to see it to do what AWS does with the original. The original stays as it is. */
export function prepareDefinition(original: Definition): Definition {
  const definition = pointAtRootExecution(structuredClone(original));
  if (definition.TimeoutSeconds !== undefined) {
    definition.TimeoutSeconds = Math.min(Number(definition.TimeoutSeconds), LONGEST_TIMER);
  }
  for (const { state } of walkStates(definition)) {
    if (state.Type === 'Task') limitTask(state);
    if (state.Type === 'Pass') keepFalsyResult(state);
  }
  return definition;
}

// Without TimeoutSeconds a task may take 99,999,999 s on AWS, but 60 s in the engine.
function limitTask(state: State): void {
  if (state.TimeoutSecondsPath !== undefined) return;
  state.TimeoutSeconds = Math.min(Number(state.TimeoutSeconds ?? LONGEST_TIMER), LONGEST_TIMER);
}

// The engine takes a Result of 0, false, "" or null for a missing one; as Parameters it is kept.
function keepFalsyResult(state: State): void {
  if (!('Result' in state) || state.Result) return;
  state.Parameters = state.Result as null;
  delete state.Result;
}
