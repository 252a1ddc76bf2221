import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { OutputFile } from 'esbuild';
import type { Bundle } from './findBundles.ts';

/**
 * Writes a bundle and its source map, if any, into the assembly, each atomically, so that a process
 * that starts meanwhile never sees half a file. Returns false if the bundle is unchanged.
 */
export function writeBundle({ kind, file }: Bundle, outputs: Map<string, OutputFile>): boolean {
  const bundled = outputs.get(file)?.text ?? '';
  const map = outputs.get(`${file}.map`);
  const text = kind === 'resolver' && map !== undefined ? nameForDebugger(bundled, file) : bundled;
  if (text === readFileSync(file, 'utf8')) return false;
  if (map !== undefined) replace(map.path, map.text);
  replace(file, text);
  return true;
}

/**
 * AppSync's code is compiled without a file, so it states itself where a debugger finds it and its
 * map.
 */
function nameForDebugger(text: string, file: string): string {
  const { href } = pathToFileURL(file);
  const map = /^\/\/# sourceMappingURL=.*$/m;
  return text.replace(map, `//# sourceMappingURL=${href}.map\n//# sourceURL=${href}`);
}

function replace(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
