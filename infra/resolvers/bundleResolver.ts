import { type BuildOptions, buildSync } from 'esbuild';

// AppSync accepts 32,768 characters of code per resolver or function.
const LIMIT = 32_768;

/** The esbuild options for AppSync resolvers and functions. */
export const RESOLVER_BUNDLE = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'esnext',
  // A kanji counts as one character, but as six when escaped.
  charset: 'utf8',
  external: ['@aws-appsync/utils', '@aws-appsync/utils/*'],
} satisfies BuildOptions;

/**
 * Bundles one resolver into the single module that AppSync runs. Without a source map, which would
 * take more of the limit than the code.
 *
 * @throws if the code is longer than AppSync accepts.
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
