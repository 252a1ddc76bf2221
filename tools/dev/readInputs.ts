import type { Metafile } from 'esbuild';

/**
 * The files that an entry point imports, directly or indirectly, including itself; packages are
 * excluded.
 */
export function readInputs({ inputs }: Metafile, entry: string): Set<string> {
  const found = new Set([entry]);
  for (const file of found) {
    for (const { path, external } of inputs[file]?.imports ?? []) {
      if (external !== true && !path.includes('node_modules/')) found.add(path);
    }
  }
  return found;
}
