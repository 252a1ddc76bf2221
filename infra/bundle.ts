import { join, resolve } from 'node:path';
import { type BuildOptions, buildSync } from 'esbuild';

/** The root of the repository. */
export const ROOT = resolve(import.meta.dirname, '..');

// Some libraries are still CommonJS and call `require` for Node's built-in modules.
const REQUIRE_IN_ESM =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/** The esbuild options for everything that runs on Node: in Lambda and in the ingest container. */
export const NODE_BUNDLE = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  banner: { js: REQUIRE_IN_ESM },
} satisfies BuildOptions;

/**
 * Bundles a program with all its imports, including the AWS SDK, into `index.mjs` of a folder. The
 * code is not minified, so that stack traces are readable.
 *
 * @param entry the entry file, relative to the root of the repository
 */
export function bundle(entry: string, folder: string): void {
  buildSync({
    ...NODE_BUNDLE,
    entryPoints: [join(ROOT, entry)],
    outfile: join(folder, 'index.mjs'),
    logLevel: 'error',
  });
}
