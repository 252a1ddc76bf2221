import type { Plugin, Rolldown } from 'vite';
import { type FirstLoad, weighFirstLoad } from './weighFirstLoad.ts';

/** 110 KB of compressed script until a reader sees the list. */
export const FIRST_LOAD_BUDGET = 110_000;

/**
 * Fails the build if the first page loads too much, and lists the contents with their importers.
 */
export function firstLoadBudget(budget = FIRST_LOAD_BUDGET): Plugin {
  return {
    name: 'first-load-budget',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const load = weighFirstLoad(bundle);
        if (load.bytes <= budget) return;
        const parts = partsOf(load, (id) => this.getModuleInfo(id));
        this.error(
          [
            `The first page loads ${load.bytes} bytes of script (gzip); the limit is ${budget}.`,
            'Contents in bytes before minifying, and our file that imported them:',
            ...parts.map(({ name, size, by }) => `${String(size).padStart(8)}  ${name}${by}`),
          ].join('\n'),
        );
      },
    },
  };
}

type Find = (id: string) => Rolldown.ModuleInfo | null;

/** Returns the packages and our own modules, largest first. */
function partsOf({ chunks }: FirstLoad, find: Find) {
  const ids = new Set(chunks.flatMap(({ moduleIds }) => moduleIds));
  const parts = new Map<string, { name: string; size: number; by: string }>();
  for (const { modules } of chunks) {
    for (const [id, { renderedLength }] of Object.entries(modules)) {
      const name = nameOf(id);
      const part = parts.get(name) ?? { name, size: 0, by: '' };
      part.size += renderedLength;
      part.by ||= isOurs(id) ? '' : askedBy(id);
      parts.set(name, part);
    }
  }
  return [...parts.values()].toSorted((a, b) => b.size - a.size).slice(0, 40);

  /** Returns our own file that pulled in a package's module. */
  function askedBy(id: string): string {
    const seen = new Set([id]);
    for (const module of seen) {
      for (const importer of find(module)?.importers ?? []) {
        if (ids.has(importer) && isOurs(importer)) return `  ← ${nameOf(importer)}`;
        seen.add(importer);
      }
    }
    return '';
  }
}

const isOurs = (id: string) => !id.includes('node_modules') && id.startsWith('/');

function nameOf(id: string): string {
  const inPackage = id.split('node_modules/').at(-1) ?? id;
  if (inPackage === id) return id.replace(/^.*\/(?=(web|client|schema)\/)/, '');
  return inPackage
    .split('/')
    .slice(0, inPackage.startsWith('@') ? 2 : 1)
    .join('/');
}
