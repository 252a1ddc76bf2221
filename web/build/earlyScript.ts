import type { Plugin, Rolldown } from 'vite';
import { type Language, messagesFile } from './messagesFile.ts';

/** The words that the page has preloaded; `englishPage` puts others in their place. */
const LANGUAGE: Language = 'ja';

/** Has the page run the script that asks for the first list, without waiting for the app. */
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

function earlyFile(bundle: Rolldown.OutputBundle): string {
  const chunk = Object.values(bundle).find(({ name }) => name === 'early');
  if (!chunk) throw new Error('early-script: expected an entry named "early"');
  return `/${chunk.fileName}`;
}
