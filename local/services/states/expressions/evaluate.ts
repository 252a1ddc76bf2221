import type { Json } from '../../../lib/resource.ts';
import { intrinsics } from './intrinsics.ts';
import { type Argument, type Call, parseCall } from './parseCall.ts';
import { parsePath } from './parsePath.ts';
import { selectPath } from './selectPath.ts';
import { runtimeError } from './stateError.ts';

/** What paths refer to: `$` is the data, `$$` the context object. */
export interface Scope {
  data: Json;
  context: { [name: string]: Json };
  /**
   * The beginning of a Cause: `An error occurred while executing the state 'X' (entered at the
   * event id #2).`
   */
  place: string;
}

/** The value that a path finds; undefined if nothing. */
export function lookUp(path: string, scope: Scope): Json | undefined {
  const parsed = parsePath(path);
  return selectPath(parsed, parsed.root === '$' ? scope.data : scope.context);
}

/**
 * Evaluates a path or an intrinsic function call from a field whose name ends in `.$` or `Path`.
 */
export function evaluate(expression: string, scope: Scope, field: string): Json {
  if (!expression.startsWith('$')) return call(parseCall(expression), scope, field);
  const found = lookUp(expression, scope);
  if (found !== undefined) return found;
  const seen = JSON.stringify(scope.data);
  throw runtimeError(
    `${scope.place} The JSONPath '${expression}' specified for the field '${field}' could not be found in the input '${seen}'`,
  );
}

/**
 * Fills in a payload template: evaluates every field whose name ends in `.$` ("Manipulating
 * parameters with paths").
 */
export function fillTemplate(template: Json, scope: Scope): Json {
  if (Array.isArray(template)) return template.map((item) => fillTemplate(item, scope));
  if (template === null || typeof template !== 'object') return template;
  const filled: { [name: string]: Json } = {};
  for (const [name, value] of Object.entries(template)) {
    if (name.endsWith('.$')) filled[name.slice(0, -2)] = evaluate(String(value), scope, name);
    else filled[name] = fillTemplate(value, scope);
  }
  return filled;
}

function call({ name, arguments: given }: Call, scope: Scope, field: string): Json {
  const intrinsic = intrinsics[name];
  if (!intrinsic) throw runtimeError(`${name} is no intrinsic function`);
  const [first] = given;
  const values = given.map((argument) => valueGiven(argument, scope, field));
  // The template's escapes distinguish literal braces from placeholders.
  if (name === 'States.Format' && first?.kind === 'text') values[0] = first.raw;
  return intrinsic(...values);
}

function valueGiven(argument: Argument, scope: Scope, field: string): Json {
  if (argument.kind === 'text') return argument.raw.replace(/\\(.)/gs, '$1');
  if (argument.kind === 'value') return argument.value;
  if (argument.kind === 'call') return call(argument.call, scope, field);
  return evaluate(argument.text, scope, field);
}
