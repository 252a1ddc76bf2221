import type { Plugin, Rolldown } from 'vite';
import type { Language } from '../../domain/language/language.ts';
import { messagesFile } from './messagesFile.ts';

/** The language whose messages the page preloads; `englishPage` replaces it. */
const LANGUAGE: Language = 'ja';

/** Makes the page run the script that requests the first list without waiting for the app. */
export function earlyScript(): Plugin {
  return {
    name: 'early-script',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { path, bundle = {} }) {
        if (path !== '/index.html') return [];
        const words = {
          rel: 'modulepreload',
          crossorigin: true,
          href: messagesFile(bundle, LANGUAGE),
        };
        const script = { type: 'module', async: true, crossorigin: true, src: earlyFile(bundle) };
        return [
          { tag: 'link', attrs: words, injectTo: 'head' },
          { tag: 'script', attrs: script, injectTo: 'head' },
        ];
      },
    },
  };
}

/** @throws if the script would wait for the app or for its libraries after all. */
export function earlyFile(bundle: Rolldown.OutputBundle): string {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const early = chunks.find(({ name }) => name === 'early');
  if (!early) throw new Error('early-script: expected an entry named "early"');
  const files = new Set([early]);
  for (const { imports } of files) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) files.add(chunk);
  }
  const late = [...files].find(({ name }) => name === 'app' || name === 'react');
  if (late) throw new Error(`early-script: expected it to import nothing of ${late.fileName}`);
  return `/${early.fileName}`;
}
