import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { FIRST_LOAD_BUDGET } from '../../web/build/firstLoadBudget.ts';
import { type FirstLoad, weighFirstLoad } from '../../web/build/weighFirstLoad.ts';
import { assembly, buildAssembly } from '../build/buildAssembly.ts';
import { root } from '../root.ts';
import { type Line, toLine } from './lib/toLine.ts';

/** AppSync's 32 KB for the code of one resolver. */
const LARGEST_RESOLVER = 32_768;

/** Compares what browsers load, compressed, and what AppSync gets with their limits. */
export async function bench(): Promise<Line[]> {
  await buildAssembly(() => {});
  const { bytes, laterBytes } = await firstLoad();
  const all = filesOf(join(root, 'web/dist'), '.js').map((f) => gzipSync(readFileSync(f)).length);
  const largest = resolvers().toSorted((a, b) => b.characters - a.characters)[0];
  if (!largest) throw new Error('There is nothing to measure');
  return [
    line('scripts until the list is shown, gzip', 'bytes', bytes, FIRST_LOAD_BUDGET),
    unbound('the same with what follows by itself, gzip', bytes + laterBytes),
    unbound('all scripts of the site, gzip', sum(all)),
    line(`largest resolver, ${largest.name}`, 'characters', largest.characters, LARGEST_RESOLVER),
  ];
}

function line(path: string, unit: string, size: number, bound: number): Line {
  const ours = { name: 'built', values: [size] };
  const peer = { name: 'bound', values: [bound] };
  return toLine({ path, unit, better: 'lower', ours, peer, goal: 1 });
}

/** A size without a limit of its own, because nobody waits for it. */
function unbound(path: string, size: number): Line {
  return { ...line(path, 'bytes', size, size), goal: null };
}

/** Measured as the build measures it. */
async function firstLoad(): Promise<FirstLoad> {
  const built = await build({
    root: join(root, 'web'),
    logLevel: 'error',
    build: { write: false },
  });
  const files = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  return weighFirstLoad(Object.fromEntries(files.map((file) => [file.fileName, file])));
}

/** The bundled code of each resolver of the template. */
function resolvers(): { name: string; characters: number }[] {
  return filesOf(assembly, '.template.json').flatMap((file) => {
    const { Resources } = JSON.parse(readFileSync(file, 'utf8')) as { Resources: object };
    return Object.values(Resources)
      .filter(({ Type }) => Type === 'AWS::AppSync::Resolver')
      .map(({ Properties }) => ({
        name: `${Properties.TypeName}.${Properties.FieldName}`,
        characters: codeOf(Properties).length,
      }));
  });
}

function codeOf({ Code, CodeS3Location }: { Code?: string; CodeS3Location?: unknown }): string {
  if (Code !== undefined) return Code;
  const key = /[0-9a-f]{64}\.js/.exec(JSON.stringify(CodeS3Location))?.[0];
  return readFileSync(join(assembly, `asset.${key}`), 'utf8');
}

function filesOf(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && !name.includes('asset.'))
    .map((name) => join(folder, name));
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
