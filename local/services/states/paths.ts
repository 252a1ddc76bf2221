import type { Json } from '../../resource.ts';
import type { Definition, State } from './definition.ts';

const CONTEXT_PATH = /\$\$[^\s,)]*/g;

// The engine strips every backslash from what an intrinsic function returns, which breaks JSON text.
const BROKEN_INTRINSICS = /\bStates\.JsonToString\b/g;

/** The context paths (`$$.…`) and broken intrinsic functions in a state itself, not in the states it holds. */
export function findContextPaths(state: State): string[] {
  const found: string[] = [];
  mapPaths(state, (path) => {
    found.push(...(path.match(CONTEXT_PATH) ?? []), ...(path.match(BROKEN_INTRINSICS) ?? []));
    return path;
  });
  return found;
}

/**
 * Makes `$$.Execution` mean the whole execution everywhere. Inside Map and Parallel states the engine gives
 * `$$.Execution.Input` and `StartTime` of the single item or branch instead, so we keep ours under another name.
 */
export function pointAtRootExecution<T extends Definition>(definition: T): T {
  return mapPaths(
    definition,
    (path) => path.replace(/\$\$\.Execution\b/g, '$$$$.RootExecution'),
    true,
  ) as T;
}

/** Applies `change` to every JSONPath and intrinsic call below a value; to inner states only when `deep`. */
function mapPaths(value: Json, change: (path: string) => string, deep = false, key = ''): Json {
  if (typeof value === 'string') return isPathKey(key) ? change(value) : value;
  if (Array.isArray(value)) return value.map((item) => mapPaths(item, change, deep, key));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => deep || !HOLDS_STATES.includes(name))
      .map(([name, inner]) => [name, mapPaths(inner, change, deep, name)]),
  );
}

const HOLDS_STATES = ['ItemProcessor', 'Iterator', 'Branches'];

function isPathKey(key: string): boolean {
  return key.endsWith('.$') || key.endsWith('Path') || key === 'Variable';
}
