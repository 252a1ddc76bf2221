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
  // A build started from a test run must match production, not use React's development build.
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
      // Messages are parsed at build time, so the parser is not shipped.
      alias: { 'use-intl/format-message': 'use-intl/format-message/format-only' },
    },
    build: {
      // The site's content security policy would block an image inlined as data:.
      assetsInlineLimit: 0,
      target: 'es2023',
      modulePreload: {
        // All browsers in the build target preload modules natively.
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
