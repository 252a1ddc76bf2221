import type { Plugin } from 'vite';

/** Has the page run the script that asks for the first list, without waiting for the app. */
export function earlyScript(): Plugin {
  return {
    name: 'early-script',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { path, bundle = {} }) {
        if (path !== '/index.html') return [];
        const chunk = Object.values(bundle).find(({ name }) => name === 'early');
        if (!chunk) throw new Error('early-script: expected an entry named "early"');
        const attrs = { type: 'module', async: true, crossorigin: true, src: `/${chunk.fileName}` };
        return [{ tag: 'script', attrs, injectTo: 'head' }];
      },
    },
  };
}
