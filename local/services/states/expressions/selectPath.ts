import type { Json } from '../../../lib/resource.ts';
import type { Path, Step } from './path.ts';

/**
 * What a path finds: its value, or a list for a path that may match several; undefined if nothing.
 */
export function selectPath(path: Path, root: Json): Json | undefined {
  const found = selectSteps(path.steps, root, root);
  if (path.isDefinite) return found[0];
  // The steps before the first one that may match several must resolve to a value.
  const several = path.steps.findIndex((step) => !isSingle(step));
  const leads = selectSteps(path.steps.slice(0, several), root, root).length > 0;
  return leads ? found : undefined;
}

/** All values that the steps find below `value`, in order. */
export function selectSteps(steps: Step[], value: Json, root: Json): Json[] {
  return steps.reduce<Json[]>(
    (found, step) =>
      found.flatMap((at) =>
        (step.deep ? everyLevel(at) : [at]).flatMap((from) => take(step, from, root)),
      ),
    [value],
  );
}

/**
 * A copy of `input` with `value` at the location of a ResultPath; creates missing objects.
 * Undefined if the path passes through a value that is not an object or a list item that does not
 * exist.
 */
export function putAt({ steps }: Path, input: Json, value: Json): Json | undefined {
  return put(steps, input, value);
}

function put([step, ...rest]: Step[], input: Json | undefined, value: Json): Json | undefined {
  if (step === undefined) return value;
  if (step.kind === 'indexes') {
    const [index = 0] = step.indexes;
    if (!Array.isArray(input) || input[index] === undefined) return undefined;
    const inner = put(rest, input[index], value);
    return inner === undefined ? undefined : input.with(index, inner);
  }
  const [name = ''] = step.kind === 'names' ? step.names : [];
  if (input !== undefined && !isObject(input)) return undefined;
  const inner = put(rest, input && own(input, name), value);
  return inner === undefined ? undefined : { ...input, [name]: inner };
}

function isSingle(step: Step): boolean {
  if (step.deep) return false;
  return (
    (step.kind === 'names' && step.names.length === 1) ||
    (step.kind === 'indexes' && step.indexes.length === 1)
  );
}

function take(step: Step, from: Json, root: Json): Json[] {
  if (step.kind === 'names')
    return isObject(from) ? present(step.names.map((name) => own(from, name))) : [];
  if (step.kind === 'all') return children(from);
  if (step.kind === 'filter') {
    const items = Array.isArray(from) ? from : [from];
    return items.filter((item) => step.filter(item, root));
  }
  if (!Array.isArray(from)) return [];
  return step.kind === 'slice'
    ? from.slice(step.from, step.to)
    : present(step.indexes.map((index) => from.at(index)));
}

function everyLevel(value: Json): Json[] {
  return [value, ...children(value).flatMap(everyLevel)];
}

function children(value: Json): Json[] {
  if (Array.isArray(value)) return value;
  return isObject(value) ? Object.values(value) : [];
}

function own(value: { [name: string]: Json }, name: string): Json | undefined {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

function present(values: (Json | undefined)[]): Json[] {
  return values.filter((value) => value !== undefined);
}

function isObject(value: Json): value is { [name: string]: Json } {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
