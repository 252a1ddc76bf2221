/**
 * Builds the script for the shop's own pages into the web app's folder. Fails if it grows too
 * large.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** In bytes, compressed: the shop's pages load the script for one line of text. */
const MOST = 25_000;

const out = join(import.meta.dirname, '../web/dist/embed/shinkan-release-notice.js');
const { metafile } = await build({
  entryPoints: [join(import.meta.dirname, 'src/shinkan-release-notice.ts')],
  outfile: out,
  bundle: true,
  minify: true,
  format: 'esm',
  // Older browsers have no constructable style sheets and keep the plain link.
  target: ['es2022', 'chrome103', 'firefox101', 'safari16.4'],
  legalComments: 'none',
  metafile: true,
});

const size = gzipSync(readFileSync(out)).length;
if (size > MOST) {
  const parts = Object.values(metafile.outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .map(([file, { bytesInOutput }]) => ({ file, bytes: bytesInOutput }))
    .sort((one, other) => other.bytes - one.bytes)
    .map(({ file, bytes }) => `  ${bytes} ${file}`);
  console.error(`${out}: ${size} bytes compressed, expected at most ${MOST}.\n${parts.join('\n')}`);
  process.exitCode = 1;
}
