import { NotEmulated } from '../../../lib/refuse.ts';
import { notEmulated } from './errors.ts';

type Refusal = (...values: unknown[]) => never;

const refusals = new WeakSet<Refusal>();

/** Functions that exist on AWS but are not emulated: each throws an error with its name. */
export function refuseAll<Name extends string>(
  owner: string,
  names: Name[],
): Record<Name, Refusal> {
  const refuse = (name: Name): Refusal => {
    const refusal = () => {
      throw notEmulated(`${owner}.${name}`);
    };
    refusals.add(refusal);
    return refusal;
  };
  return Object.fromEntries(names.map((name) => [name, refuse(name)])) as Record<Name, Refusal>;
}

/** The error message of a function made by `refuseAll`; null for everything else. */
export function refusalOf(value: unknown): string | null {
  if (typeof value !== 'function' || !refusals.has(value as Refusal)) return null;
  try {
    return (value as Refusal)();
  } catch (refused) {
    return refused instanceof NotEmulated ? refused.message : null;
  }
}
