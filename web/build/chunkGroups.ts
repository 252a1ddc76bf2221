import { fileURLToPath } from 'node:url';

interface Context {
  getModuleInfo(id: string): { importers: readonly string[] } | null;
}

const here = (path: string) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

const EARLY = here('app/start/early.ts');
const MAIN = here('main.tsx');

/**
 * The libraries that every page uses. Their file keeps its name, and stays in browser caches,
 * across deployments.
 */
const REACT = /node_modules\/(react|react-dom|react-router|scheduler|use-intl|@formatjs)\//;

/**
 * Small modules shared by some pages go into one file: the first load names every file that follows
 * it, and each name costs as much as half such a module.
 */
const SHARED = [
  '/domain/people/contributorRoles.ts',
  '/parts/book/StatusNote.tsx',
  '/parts/list/useMore.ts',
  '/parts/sign-in/MembersOnly.tsx',
  '/parts/subscription/Why.tsx',
];

/**
 * The files of the first load: the early script's modules, React, and the app. Other pages share
 * some of them and would otherwise have each module split into a file of its own: a dozen small
 * files that wait for one another on a slow network.
 *
 * The order matters: a group takes everything that its modules import. The early script includes
 * what it shares with the app, so it waits for none of the app's files.
 */
export const chunkGroups = [
  { name: ofUsedBy(EARLY, 'beginning'), debugName: 'beginning' },
  { name: 'react', test: REACT },
  { name: ofUsedBy(MAIN, 'app'), debugName: 'app' },
  { name: 'shared', test: (id: string) => SHARED.some((file) => id.endsWith(file)) },
];

/** Groups everything that an entry imports, directly or indirectly; the entry has its own file. */
function ofUsedBy(entry: string, name: string) {
  return (id: string, graph: Context): string | null => {
    if (id === EARLY || id === MAIN) return null;
    const users = new Set([id]);
    for (const user of users) {
      for (const importer of graph.getModuleInfo(user)?.importers ?? []) users.add(importer);
    }
    return users.has(entry) ? name : null;
  };
}
