import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin, Rolldown } from 'vite';

const SOURCE = new URL('../src/app/offline/sw.js', import.meta.url);
const PAGE = 'offline.html';

/** Writes `sw.js` with the list of the offline page's files. */
export function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = filesOf(bundle);
        const source = readFileSync(SOURCE, 'utf8');
        const version = createHash('sha256')
          .update(pageOf(bundle))
          .update(files.join())
          .digest('hex');
        this.emitFile({
          type: 'asset',
          fileName: 'sw.js',
          source: source
            .replace('const FILES = [];', `const FILES = ${JSON.stringify(files)};`)
            .replace('VERSION', version.slice(0, 12)),
        });
      },
    },
  };
}

/**
 * Returns the offline page and the files that it loads; names of built files contain a content
 * hash.
 */
function filesOf(bundle: Rolldown.OutputBundle): string[] {
  const asked = [...pageOf(bundle).matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(
    ([, path]) => path ?? '',
  );
  return [`/${PAGE}`, ...new Set(asked)];
}

function pageOf(bundle: Rolldown.OutputBundle): string {
  const page = bundle[PAGE];
  if (page?.type !== 'asset') throw new Error(`service-worker: expected ${PAGE} in the build`);
  return String(page.source);
}
