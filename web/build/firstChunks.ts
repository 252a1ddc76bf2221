import { fileURLToPath } from 'node:url';

interface Context {
  getModuleInfo(id: string): { importers: readonly string[] } | null;
}

const here = (path: string) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

const EARLY = here('stage/early.ts');
const MAIN = here('main.tsx');

/**
 * Which file of the first load a module belongs to: what the early script is made of, or what the app
 * is. Other pages share some of both, and would have each part cut out into a file of its own: a dozen
 * small ones, which wait for one another on a slow network.
 */
export function firstChunkOf(id: string, graph: Context): string | null {
  if (id === EARLY || id === MAIN) return null;
  const users = new Set([id]);
  for (const user of users) {
    for (const importer of graph.getModuleInfo(user)?.importers ?? []) users.add(importer);
  }
  if (users.has(EARLY)) return 'beginning';
  return users.has(MAIN) ? 'app' : null;
}
