import { fileURLToPath } from 'node:url';

interface Context {
  getModuleInfo(id: string): { importers: readonly string[] } | null;
}

const here = (path: string) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

const EARLY = here('app/start/early.ts');
const MAIN = here('main.tsx');

/** What every page is made with. It keeps its name, and stays in browsers, through deployments. */
const REACT = /node_modules\/(react|react-dom|react-router|scheduler|use-intl|@formatjs)\//;

/**
 * Small parts that some pages share come in one file: the first load names every file that follows it,
 * and each name costs as much as half a part.
 */
const SHARED = [
  '/domain/people/contributorRoles.ts',
  '/parts/book/StatusNote.tsx',
  '/parts/list/useMore.ts',
  '/parts/sign-in/MembersOnly.tsx',
  '/parts/subscription/Why.tsx',
];

/**
 * The files of the first load: what the early script is made of, React, and what the app is. Other
 * pages share some of them, and would have each part cut out into a file of its own: a dozen small
 * ones, which wait for one another on a slow network.
 *
 * The order counts: a group takes along all that its modules import. The early script has what it
 * shares with the app, and so waits for nothing of it.
 */
export const chunkGroups = [
  { name: ofUsedBy(EARLY, 'beginning'), debugName: 'beginning' },
  { name: 'react', test: REACT },
  { name: ofUsedBy(MAIN, 'app'), debugName: 'app' },
  { name: 'shared', test: (id: string) => SHARED.some((file) => id.endsWith(file)) },
];

/** Names a file for all that an entry imports, at however many removes; the entry has its own. */
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
