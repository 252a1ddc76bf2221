import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of a cloud assembly that esbuild made, and its entry point. */
export interface Bundle {
  kind: 'resolver' | 'handler';
  /** From the root of the repository. */
  entry: string;
  /** Its path in the assembly. */
  file: string;
}

/** The bundles of an assembly: AppSync's files, and the folders of functions and containers. */
export function findBundles(assembly: string): Bundle[] {
  return readdirSync(assembly).flatMap((name): Bundle[] => {
    const kind = name.endsWith('.js') ? 'resolver' : 'handler';
    const file = join(assembly, name, kind === 'handler' ? 'index.mjs' : '');
    const entry = existsSync(file) ? readEntry(file) : undefined;
    return entry === undefined ? [] : [{ kind, entry, file }];
  });
}

/** esbuild writes the name of each module above it; the entry point is the last one. */
function readEntry(file: string): string | undefined {
  const names = readFileSync(file, 'utf8').match(/^\/\/ \S+\.ts$/gm);
  return names?.at(-1)?.slice('// '.length);
}
