import { type BuildOptions, buildSync } from 'esbuild';

// AppSync takes 32,768 characters of code for a resolver or a function.
const LIMIT = 32_768;

/** How esbuild bundles the code of a resolver or function for AppSync. */
export const RESOLVER_BUNDLE = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'esnext',
  // A kanji counts as one character, and as six when it is escaped.
  charset: 'utf8',
  external: ['@aws-appsync/utils', '@aws-appsync/utils/*'],
} satisfies BuildOptions;

/**
 * Bundles one resolver into the single module that AppSync runs. No source map goes in: it would
 * take more of the limit than the code.
 *
 * @throws when the code is longer than AppSync takes.
 */
export function bundleResolver(file: string): string {
  const { outputFiles } = buildSync({
    ...RESOLVER_BUNDLE,
    entryPoints: [file],
    write: false,
    logLevel: 'silent',
  });
  const code = outputFiles[0]?.text ?? '';
  if (code.length > LIMIT)
    throw new Error(`${file} bundles to ${code.length} characters; AppSync takes ${LIMIT}`);
  return code;
}
