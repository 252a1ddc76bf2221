import { gzipSync } from 'node:zlib';
import type { Rolldown } from 'vite';
import { themeScriptOf } from './themeScript.ts';

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

/** The scripts that the page runs at once: its own, and the one that requests the first list. */
const ENTRIES = ['index', 'early'];

/** Imported with `import()`, yet loaded before the list is shown: a reader loads one of these. */
const MESSAGES = /\/messages\/\w+\.json\?first$/;

/** What the page loads when it is idle. */
const LATER = [
  '/app/offline/registerOfflinePage.ts',
  '/app/start/makeTools.ts',
  '/lib/messages/ja.json?later',
  '/parts/notice/Notices.tsx',
  '/stage/withApollo.tsx',
];

export interface FirstLoad {
  /** In bytes, compressed. */
  bytes: number;
  chunks: Chunk[];
  /** In bytes, compressed: what the page loads by itself after the list is shown. */
  laterBytes: number;
}

/**
 * All scripts that a browser loads until the list of upcoming books is shown, and those loaded by
 * themselves afterwards.
 */
export function weighFirstLoad(bundle: Bundle): FirstLoad {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const messages = chunks.filter(({ moduleIds }) => moduleIds.some((id) => MESSAGES.test(id)));
  const longest = messages.toSorted((a, b) => weigh([b]) - weigh([a])).slice(0, 1);
  const entries = chunks.filter(({ isEntry, name }) => isEntry && ENTRIES.includes(name));
  const first = follow([...entries, ...longest]);
  const later = follow(
    chunks.filter(({ moduleIds }) => moduleIds.some((id) => LATER.some((end) => id.endsWith(end)))),
  );
  return {
    bytes: weigh(first) + gzipSync(themeScriptOf()).length,
    chunks: first,
    laterBytes: weigh(later.filter((chunk) => !first.includes(chunk))),
  };

  function follow(from: Chunk[]): Chunk[] {
    const found = new Set(from);
    for (const chunk of found) {
      for (const name of chunk.imports) {
        const imported = byName.get(name);
        if (imported) found.add(imported);
      }
    }
    return [...found];
  }
}

function weigh(chunks: Chunk[]): number {
  return chunks.reduce((sum, { code }) => sum + gzipSync(code).length, 0);
}
