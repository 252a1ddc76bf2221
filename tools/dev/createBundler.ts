import { relative } from 'node:path';
import { type BuildOptions, build, type Metafile, type OutputFile } from 'esbuild';
import { NODE_BUNDLE } from '../../infra/bundle.ts';
import { RESOLVER_BUNDLE } from '../../infra/resolvers/bundleResolver.ts';
import type { Bundle } from './findBundles.ts';
import { readInputs } from './readInputs.ts';
import { writeBundle } from './writeBundle.ts';

export interface BundlerOptions {
  /** The folder to which entry points are relative. */
  root: string;
  /** The cloud assembly that contains the bundles. */
  assembly: string;
  /** Whether a source map is written beside each bundle, for debuggers. */
  sourceMaps: boolean;
}

/** Keeps the bundles of one kind up to date. */
export interface Bundler {
  /**
   * Rebuilds the bundles that contain one of these files, and those that failed the last time.
   * Returns the changed bundles. Throws esbuild's failure, and then writes nothing.
   */
  rebuild(files: string[]): Promise<Bundle[]>;
  /** Writes every bundle. */
  rebuildAll(): Promise<Bundle[]>;
}

const SETTINGS = {
  resolver: RESOLVER_BUNDLE,
  handler: { ...NODE_BUNDLE, outExtension: { '.js': '.mjs' } },
};

/** Finds out which files each bundle is made of. They are bundled exactly as they are deployed. */
export async function createBundler(
  kind: Bundle['kind'],
  all: Bundle[],
  { root, assembly, sourceMaps }: BundlerOptions,
): Promise<Bundler> {
  const bundles = all.filter((bundle) => bundle.kind === kind);
  const settings: BuildOptions = {
    ...SETTINGS[kind],
    absWorkingDir: root,
    outdir: assembly,
    logLevel: 'silent',
  };
  const bundleEach = (some: Bundle[], more: BuildOptions) =>
    build({
      ...settings,
      ...more,
      entryPoints: some.map(({ entry, file }) => ({
        in: entry,
        out: relative(assembly, file).replace(/\.\w+$/, ''),
      })),
      metafile: true,
      write: false,
    });
  const inputs = new Map<Bundle, Set<string>>();
  const stale = new Set<Bundle>();
  // Installed packages do not change, and excluding them takes a twentieth of the time.
  noteInputs((await bundleEach(bundles, { packages: 'external' })).metafile, bundles);

  return {
    rebuild(files) {
      for (const bundle of bundles) {
        if (files.some((file) => inputs.get(bundle)?.has(file))) stale.add(bundle);
      }
      return rebuildStale();
    },
    rebuildAll() {
      for (const bundle of bundles) stale.add(bundle);
      return rebuildStale();
    },
  };

  async function rebuildStale(): Promise<Bundle[]> {
    const some = [...stale];
    if (some.length === 0) return [];
    const { outputFiles, metafile } = await bundleEach(some, { sourcemap: sourceMaps && 'linked' });
    noteInputs(metafile, some);
    stale.clear();
    const outputs = new Map(
      outputFiles.map((output): [string, OutputFile] => [output.path, output]),
    );
    return some.filter((bundle) => writeBundle(bundle, outputs));
  }

  function noteInputs(metafile: Metafile, some: Bundle[]): void {
    for (const bundle of some) inputs.set(bundle, readInputs(metafile, bundle.entry));
  }
}
