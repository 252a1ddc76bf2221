import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compileMessages } from './build/compileMessages.ts';
import { documents } from './build/documents.ts';
import { earlyScript } from './build/earlyScript.ts';
import { englishPage } from './build/englishPage.ts';
import { firstChunks } from './build/firstChunks.ts';
import { firstLoadBudget } from './build/firstLoadBudget.ts';
import { pageFiles } from './build/pageFiles.ts';
import { serviceWorker } from './build/serviceWorker.ts';
import { themeScript } from './build/themeScript.ts';
import { unusedParts } from './build/unusedParts.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What the two stages of a first load bring, which are there before any page is loaded within the app. */
const THERE =
  /\/(react|rolldown-runtime|app|beginning|invariant|ApolloContext|networkStatus|documents|makeTools|withApollo|useApolloClient|useQuery|renewSubscribed|noticeQueue)-/;

export default defineConfig(({ command }) => {
  // A build started from a test run must be what readers get, not React's edition for developers.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    plugins: [
      react(),
      compileMessages(),
      documents(),
      unusedParts(),
      earlyScript(),
      pageFiles(),
      englishPage(),
      serviceWorker(),
      themeScript(),
      firstLoadBudget(),
    ],
    resolve: {
      // Messages are parsed while building, so the parser need not travel to the reader.
      alias: { 'use-intl/format-message': 'use-intl/format-message/format-only' },
    },
    build: {
      // A picture inlined as data: would be refused by the site's content security policy.
      assetsInlineLimit: 0,
      target: 'es2023',
      modulePreload: {
        // Every browser of that age preloads modules by itself.
        polyfill: false,
        // What is there by then need not be named with each page that is loaded later.
        resolveDependencies: (_file, files) => files.filter((file) => !THERE.test(file)),
      },
      rolldownOptions: {
        input: {
          index: here('index.html'),
          early: here('src/stage/early.ts'),
          offline: here('offline.html'),
        },
        output: {
          codeSplitting: { groups: firstChunks },
        },
      },
    },
  };
});
