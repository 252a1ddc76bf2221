import type { Json } from '../../../lib/resource.ts';
import type { State } from '../definition/definition.ts';
import { fillTemplate, lookUp, type Scope } from '../expressions/evaluate.ts';
import { parsePath } from '../expressions/parsePath.ts';
import { putAt } from '../expressions/selectPath.ts';
import { runtimeError, StateError } from '../expressions/stateError.ts';
import { toText } from './thread.ts';
import type { Visit } from './visit.ts';

/** What InputPath leaves of a state's input; `{}` when it is null. */
export function readInput(state: State, scope: Scope): Json {
  return filter('InputPath', state.InputPath, scope);
}

/** A result behind ResultSelector, ResultPath and OutputPath: the state's output. */
export function writeOutput({ state, data, name }: Visit, result: Json, scope: Scope): Json {
  const selected =
    state.ResultSelector === undefined
      ? result
      : fillTemplate(state.ResultSelector, { ...scope, data: result });
  // A state without ResultPath of its own, such as Choice, gives its effective input.
  const placed = placeResult(state.ResultPath, data, selected, scope);
  const output = filter('OutputPath', state.OutputPath, { ...scope, data: placed });
  toText(output, name);
  return output;
}

/** The state's input with a result where ResultPath says; the input alone when it is null. */
export function placeResult(
  path: Json | undefined,
  input: Json,
  result: Json,
  { place }: Scope,
): Json {
  if (path === undefined || path === '$') return result;
  if (path === null) return input;
  const placed = putAt(parsePath(String(path)), input, result);
  if (placed !== undefined) return placed;
  const seen = JSON.stringify(input);
  throw new StateError(
    'States.ResultPathMatchFailure',
    `${place} Unable to apply the ResultPath '${path}' to the input '${seen}'`,
  );
}

function filter(field: string, path: Json | undefined, scope: Scope): Json {
  if (path === undefined) return scope.data;
  if (path === null) return {};
  const found = lookUp(String(path), scope);
  if (found !== undefined) return found;
  throw runtimeError(`${scope.place} Invalid path '${path}' in ${field}: No results for path.`);
}
