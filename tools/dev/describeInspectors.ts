import { dirname } from 'node:path';
import type { RunningShinkan } from '../stack/startShinkan.ts';
import { findBundles } from './findBundles.ts';

/** Where debuggers attach: to the resolvers at one port, to each handler at its own. */
export function describeInspectors(
  { assembly, inspectors }: Pick<RunningShinkan, 'assembly' | 'inspectors'>,
  resolvers: number,
): string {
  const entries = new Map(findBundles(assembly).map(({ file, entry }) => [dirname(file), entry]));
  const handlers = inspectors.map(({ port, directory }) => `  ${port}  ${entries.get(directory)}`);
  return [`Ports for debuggers:`, `  ${resolvers}  resolvers/`, ...handlers].join('\n');
}
