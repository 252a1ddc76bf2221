/**
 * Bundles every resolver the way it is deployed and lints what AppSync will see: a dependency or the
 * bundler may bring in what the sources do not show.
 */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { Linter } from 'eslint';
import { bundleConfig } from './resolverRules.ts';

/** AppSync refuses longer code. */
const MOST_CHARACTERS = 32_768;

const root = join(import.meta.dirname, '..');

/** One line for each thing that AppSync would refuse, beginning with the resolver's name. */
export async function lintBundles(folder = join(root, 'resolvers')): Promise<string[]> {
  const linter = new Linter();
  const complaints: string[] = [];
  for (const file of findResolvers(folder)) {
    const name = relative(folder, file);
    const code = await bundleResolver(file);
    if (code.length > MOST_CHARACTERS) {
      complaints.push(`${name}: ${code.length} characters are more than ${MOST_CHARACTERS}`);
    }
    for (const { line, message } of linter.verify(code, bundleConfig)) {
      complaints.push(`${name}: line ${line} of the bundle: ${message}`);
    }
  }
  return complaints;
}

/** The files that hold a handler: one for each field, and each step of a pipeline's folder. */
function findResolvers(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^\w+\.\w+(\.ts|\/\d+-\w+\.ts)$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => join(folder, path));
}

async function bundleResolver(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'esnext',
    external: ['@aws-appsync/utils', '@aws-appsync/utils/*'],
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error(`esbuild gave no output for ${file}`);
  return output.text;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const complaints = await lintBundles();
  for (const complaint of complaints) console.error(complaint);
  process.exitCode = complaints.length > 0 ? 1 : 0;
}
