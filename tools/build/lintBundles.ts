/**
 * Bundles every resolver the way it is deployed and checks what AppSync will see: a dependency or the
 * bundler may bring in what the sources do not show.
 */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleResolver } from '../../infra/resolvers/bundleResolver.ts';
import { checkCode } from '../../local/services/appsync/code/staticCheck.ts';
import { root } from '../root.ts';

/** What AppSync would refuse of each resolver, beginning with the resolver's name. */
export function lintBundles(folder = join(root, 'resolvers')): string[] {
  return findResolvers(folder).flatMap((file) => {
    const name = relative(folder, file);
    try {
      checkCode(bundleResolver(file), name);
      return [];
    } catch (refused) {
      return [`${name}: ${(refused as Error).message}`];
    }
  });
}

/** The files that hold a handler: one for each field, and each step of a pipeline's folder. */
function findResolvers(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^\w+\.\w+(\.ts|\/\d+-\w+\.ts)$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => join(folder, path));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const complaints = lintBundles();
  for (const complaint of complaints) console.error(complaint);
  process.exitCode = complaints.length > 0 ? 1 : 0;
}
