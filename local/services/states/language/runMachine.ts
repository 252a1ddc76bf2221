import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Json } from '../../../lib/resource.ts';
import type { Definition, State } from '../definition/definition.ts';
import { holds, type Rule } from '../expressions/choice.ts';
import { evaluate, fillTemplate, type Scope } from '../expressions/evaluate.ts';
import { runtimeError, StateError } from '../expressions/stateError.ts';
import { attempt } from './attempt.ts';
import { runMap, runParallel } from './branches.ts';
import { readInput, writeOutput } from './flow.ts';
import { runTask } from './runTask.ts';
import { Interruption, log, scopeOf, type Thread, toText } from './thread.ts';
import type { Outcome, Visit } from './visit.ts';
import { wait } from './wait.ts';

/**
 * Runs a state machine, or the nested one of a Map or Parallel state, to its end and returns its
 * output.
 */
export async function runMachine(machine: Definition, input: Json, thread: Thread): Promise<Json> {
  let name: string | undefined = machine.StartAt;
  let data = input;
  while (name !== undefined) {
    await takeTurns(thread);
    thread.signal.throwIfAborted();
    const outcome: Outcome = await visitState(name, machine.States[name] as State, data, thread);
    data = outcome.output;
    name = outcome.next;
  }
  return data;
}

/** States that never wait yield to other threads, and now and then to the rest of this process. */
async function takeTurns({ history }: Thread): Promise<void> {
  if (history.events.length % EVENTS_IN_A_TURN === 1) await othersTurn();
}

/**
 * About 100 µs. Odd, so that a loop of two states with two events each does not skip its multiples.
 */
const EVENTS_IN_A_TURN = 37;

async function visitState(
  name: string,
  state: State,
  data: Json,
  thread: Thread,
): Promise<Outcome> {
  const enteredTime = new Date().toISOString();
  log(thread, `${state.Type}StateEntered`, { name, input: toText(data, name) });
  const visit = { name, state, data, entered: thread.previous, enteredTime };
  try {
    const outcome = await runState(visit, thread);
    log(thread, `${state.Type}StateExited`, { name, output: toText(outcome.output, name) });
    return outcome;
  } catch (error) {
    if (error instanceof Interruption && ABORTABLE.includes(state.Type)) {
      const previous = error.previous ?? thread.previous;
      thread.previous = thread.history.note(`${state.Type}StateAborted`, previous);
    }
    throw error;
  }
}

/** The states whose abortion appears in the history. */
const ABORTABLE = ['Map', 'Parallel', 'Task', 'Wait'];

async function runState(visit: Visit, thread: Thread): Promise<Outcome> {
  const { state } = visit;
  if (state.Type === 'Task') return attempt(visit, thread, runTask);
  if (state.Type === 'Map') return attempt(visit, thread, runMap(runMachine));
  if (state.Type === 'Parallel') return attempt(visit, thread, runParallel(runMachine));
  const own = { EnteredTime: visit.enteredTime, Name: visit.name };
  const scope = scopeOf(thread, own, visit.data, visit.entered);
  const input = readInput(state, scope);
  const inner = { ...scope, data: input };
  const next = state.Next as string | undefined;
  if (state.Type === 'Pass')
    return { output: writeOutput(visit, pass(state, input, inner), scope), next };
  if (state.Type === 'Wait') await wait(state, inner, thread.signal);
  if (state.Type === 'Fail') throw failure(state, inner);
  const chosen = state.Type === 'Choice' ? choose(state, inner) : next;
  return { output: writeOutput(visit, input, scope), next: chosen };
}

function pass(state: State, input: Json, scope: Scope): Json {
  if (state.Result !== undefined) return state.Result;
  return state.Parameters === undefined ? input : fillTemplate(state.Parameters, scope);
}

function failure(state: State, scope: Scope): StateError {
  const text = (field: string) => {
    const path = state[`${field}Path`];
    return path === undefined ? (state[field] ?? '') : textAt(`${field}Path`, path, scope);
  };
  return new StateError(String(text('Error')), String(text('Cause')));
}

function textAt(field: string, path: Json, scope: Scope): string {
  const text = evaluate(String(path), scope, field);
  if (typeof text === 'string') return text;
  throw runtimeError(
    `${scope.place} ${field} must point to a string, found ${JSON.stringify(text)}`,
  );
}

function choose({ Choices, Default }: State, scope: Scope): string {
  const rule = (Choices as Rule[]).find((candidate) => holds(candidate, scope));
  if (rule) return String(rule.Next);
  if (Default !== undefined) return String(Default);
  // The name `States.NoChoiceMatched` is reserved for future use ("Error names").
  throw runtimeError(
    `${scope.place} Failed to transition out of the state. The state does not point to a next state.`,
  );
}
