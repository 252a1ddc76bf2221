import type { Value } from './database.ts';

/** Returns a list for `in (…)` as names and values of bound parameters: `:shard0, :shard1`. */
export function bindList(
  name: string,
  list: Value[],
): { names: string; values: { [name: string]: Value } } {
  return {
    names: list.map((_, index) => `:${name}${index}`).join(', '),
    values: Object.fromEntries(list.map((value, index) => [`${name}${index}`, value])),
  };
}
