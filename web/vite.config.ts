import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { chunkGroups } from './build/chunkGroups.ts';
import { compileMessages } from './build/compileMessages.ts';
import { documents } from './build/documents.ts';
import { earlyScript } from './build/earlyScript.ts';
import { englishPage } from './build/englishPage.ts';
import { firstLoadBudget } from './build/firstLoadBudget.ts';
import { pageFiles } from './build/pageFiles.ts';
import { preloadsOf } from './build/preloads.ts';
import { serviceWorker } from './build/serviceWorker.ts';
import { themeScript } from './build/themeScript.ts';
import { unusedParts } from './build/unusedParts.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

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
        resolveDependencies: (_file, files, { hostType }) => preloadsOf(files, hostType),
      },
      rolldownOptions: {
        input: {
          index: here('index.html'),
          early: here('src/app/start/early.ts'),
          offline: here('offline.html'),
        },
        output: {
          codeSplitting: { groups: chunkGroups },
        },
      },
    },
  };
});
