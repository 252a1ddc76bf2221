/**
 * Bundles every resolver as it is deployed and checks the result: a dependency or the bundler may
 * add code that the sources do not show.
 */
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleResolver } from '../../infra/resolvers/bundleResolver.ts';
import { readResolvers } from '../../infra/resolvers/readResolvers.ts';
import { checkCode } from '../../local/services/appsync/code/staticCheck.ts';
import { root } from '../root.ts';

/** Returns what AppSync would reject in each resolver, prefixed with the resolver's name. */
export function lintBundles(folder = join(root, 'resolvers')): string[] {
  return findHandlers(folder).flatMap((file) => {
    const name = relative(folder, file);
    try {
      checkCode(bundleResolver(file), name);
      return [];
    } catch (refused) {
      return [`${name}: ${(refused as Error).message}`];
    }
  });
}

/** The files that contain a handler: those of fields and those of pipeline functions. */
function findHandlers(folder: string): string[] {
  const { fields, functions } = readResolvers(folder);
  const own = fields.filter(({ steps }) => steps === undefined);
  return [...own.map(({ file }) => file), ...functions.values()];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const complaints = lintBundles();
  for (const complaint of complaints) console.error(complaint);
  process.exitCode = complaints.length > 0 ? 1 : 0;
}
