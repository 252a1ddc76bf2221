import type { Json } from '../../../lib/resource.ts';
import type { State } from '../definition/definition.ts';
import { fillTemplate, lookUp, type Scope } from '../expressions/evaluate.ts';
import { parsePath } from '../expressions/parsePath.ts';
import { putAt } from '../expressions/selectPath.ts';
import { runtimeError, StateError } from '../expressions/stateError.ts';
import { toText } from './thread.ts';
import type { Visit } from './visit.ts';

/** A state's input after InputPath; `{}` if that is null. */
export function readInput(state: State, scope: Scope): Json {
  return filter('InputPath', state.InputPath, scope);
}

/** A state's output: the result after ResultSelector, ResultPath and OutputPath. */
export function writeOutput({ state, data, name }: Visit, result: Json, scope: Scope): Json {
  const selected =
    state.ResultSelector === undefined
      ? result
      : fillTemplate(state.ResultSelector, { ...scope, data: result });
  // A state without ResultPath, such as Choice, outputs its effective input.
  const placed = placeResult(state.ResultPath, data, selected, scope);
  const output = filter('OutputPath', state.OutputPath, { ...scope, data: placed });
  toText(output, name);
  return output;
}

/** The state's input with the result at ResultPath; the input unchanged if that is null. */
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
