import type { Plugin } from 'vite';

/** What React Router's links do for pages that a server renders, which this app has none of. */
const PREFETCH = /React\S*\.createElement\(PrefetchPageLinks, \{ page: \w+ \}\)/;

/**
 * Lets the bundler leave out what the app does not use of React Router: 5 KB of the first load. The
 * names for developers hold on to components that nobody imports, and links to a server's pages.
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
