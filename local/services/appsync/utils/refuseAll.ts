import { notEmulated } from './errors.ts';

/** Functions that exist on AWS and, called here, say by their name that they do not exist. */
export function refuseAll<Name extends string>(
  owner: string,
  names: Name[],
): Record<Name, (...values: unknown[]) => never> {
  const refuse = (name: Name) => () => {
    throw notEmulated(`${owner}.${name}`);
  };
  return Object.fromEntries(names.map((name) => [name, refuse(name)])) as Record<Name, () => never>;
}
