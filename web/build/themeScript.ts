import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const FILE = 'theme.js';
const SOURCE = new URL('../public/theme.js', import.meta.url);

/**
 * Returns the script that runs before the first paint, as served; the bundler does not process it.
 */
export function themeScriptOf(source = readFileSync(SOURCE, 'utf8')): string {
  const lines = source.split('\n').map((line) => line.trim());
  return `${lines.filter((line) => line !== '' && !line.startsWith('//')).join('\n')}\n`;
}

/** Writes that script without its comments, a third of it. */
export function themeScript(): Plugin {
  return {
    name: 'theme-script',
    apply: 'build',
    writeBundle({ dir = '' }) {
      writeFileSync(join(dir, FILE), themeScriptOf());
    },
  };
}
