import { NotEmulated } from '../../../lib/refuse.ts';
import { notEmulated } from './errors.ts';

type Refusal = (...values: unknown[]) => never;

const refusals = new WeakSet<Refusal>();

/** Functions that exist on AWS and, called here, say by their name that they do not exist. */
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

/** With what words a function made by `refuseAll` refuses; null for everything else. */
export function refusalOf(value: unknown): string | null {
  if (typeof value !== 'function' || !refusals.has(value as Refusal)) return null;
  try {
    return (value as Refusal)();
  } catch (refused) {
    return refused instanceof NotEmulated ? refused.message : null;
  }
}
