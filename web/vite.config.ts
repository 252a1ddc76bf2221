import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compileMessages } from './build/compileMessages.ts';
import { englishPage } from './build/englishPage.ts';

export default defineConfig(({ command }) => {
  // A build started from a test run must be what readers get, not React's edition for developers.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    plugins: [react(), compileMessages(), englishPage()],
    resolve: {
      // Messages are parsed while building, so the parser need not travel to the reader.
      alias: { 'use-intl/format-message': 'use-intl/format-message/format-only' },
    },
    build: {
      // A picture inlined as data: would be refused by the site's content security policy.
      assetsInlineLimit: 0,
      target: 'es2023',
    },
  };
});
