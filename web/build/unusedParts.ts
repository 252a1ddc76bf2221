import type { Plugin } from 'vite';

/** Part of React Router's links for server-rendered pages, which this app does not have. */
const PREFETCH = /React\S*\.createElement\(PrefetchPageLinks, \{ page: \w+ \}\)/;

/**
 * Lets the bundler drop parts of React Router that the app does not use: 5 KB of the first load.
 * Their `displayName` assignments retain components that nobody imports, and prefetch links to
 * server-rendered pages.
 */
export function unusedParts(): Plugin {
  return {
    name: 'unused-parts',
    apply: 'build',
    transform: {
      filter: { id: /\/node_modules\/react-router\/dist\// },
      handler(code, id) {
        const isLinks = id.endsWith('/lib/dom/lib.js');
        if (isLinks && !PREFETCH.test(code)) this.error(`${id}: expected ${PREFETCH}`);
        return {
          code: code
            .replace(/^\w+\.displayName = "[^"]*";$/gm, '')
            .replace(/= (React\S*\.(?:forwardRef|createContext|memo)\()/g, '= /* @__PURE__ */ $1')
            .replace(PREFETCH, 'null'),
          map: null,
        };
      },
    },
  };
}
