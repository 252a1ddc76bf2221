/** Builds the package into `dist/`: one module for browsers and Node, and its types. */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

const folder = import.meta.dirname;
const dist = join(folder, 'dist');
rmSync(dist, { recursive: true, force: true });

await build({
  entryPoints: [join(folder, 'src/index.ts')],
  outfile: join(dist, 'index.js'),
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  sourcemap: true,
});

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
execFileSync(process.execPath, [tsc, '-p', join(folder, 'tsconfig.build.json')], {
  stdio: 'inherit',
});

// The only type that the generated documents import is inlined, so that the package has no
// dependencies.
const types = join(dist, 'generated/documents.d.ts');
const text = readFileSync(types, 'utf8');
const foreign = "import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';";
if (!text.includes(foreign)) throw new Error(`${types} no longer contains: ${foreign}`);
writeFileSync(
  types,
  text.replace(
    foreign,
    'interface DocumentTypeDecoration<R, V> { __apiType?: (variables: V) => R }',
  ),
);
