import type { RunningShinkan } from '../stack/startShinkan.ts';
import { type Bundler, createBundler } from './createBundler.ts';
import type { Codegen } from './createCodegen.ts';
import { describeFailure, describeRefusal } from './describeFailure.ts';
import { type Bundle, findBundles } from './findBundles.ts';

export interface UpdateOptions {
  /** The folder that saved files are named from. */
  root: string;
  /** Whether debuggers may attach, which need source maps of everything. */
  inspect: boolean;
  say: (line: string) => void;
}

/** Brings what runs up to date with saved files, named from the root. Says what it did, or why it could not. */
export async function createUpdate(
  { assembly, reload }: Pick<RunningShinkan, 'assembly' | 'reload'>,
  { root, inspect, say }: UpdateOptions,
): Promise<(files: string[]) => Promise<void>> {
  const bundles = findBundles(assembly);
  const [resolvers, handlers] = await Promise.all([
    createBundler('resolver', bundles, { root, assembly, sourceMaps: true }),
    createBundler('handler', bundles, { root, assembly, sourceMaps: inspect }),
  ]);
  let codegen: Promise<Codegen> | undefined;
  if (inspect) {
    say('Writing source maps …');
    await Promise.all([resolvers.rebuildAll(), handlers.rebuildAll()]);
    await reload();
  }

  return async (files) => {
    const documents = files.filter((file) => file.endsWith('.graphql'));
    if (documents.length > 0) {
      await tell('Wrote', async () => {
        codegen ??= loadCodegen(root);
        return (await codegen)(documents);
      });
    }
    // Resolvers first, which are bundled in a moment.
    for (const bundler of [resolvers, handlers]) {
      await tell('Reloaded', () => reloadChanged(bundler, files));
    }
  };

  async function reloadChanged(bundler: Bundler, files: string[]): Promise<string[]> {
    const changed = await bundler.rebuild(files);
    if (changed.length === 0) return [];
    const { refused } = await reload();
    if (refused.length > 0) throw new Error(describeRefusal(refused));
    return changed.map(({ entry }: Bundle) => entry);
  }

  /** Says which files the work has changed and how long it took. */
  async function tell(verb: string, work: () => Promise<string[]>): Promise<void> {
    const begun = performance.now();
    try {
      const names = await work();
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      if (names.length > 0) say(`${verb} ${shorten(names)} in ${seconds} s`);
    } catch (error) {
      say(`${describeFailure(error)}; what ran before keeps running`);
    }
  }
}

/** Loaded when it is needed: that takes as long as starting the rest of the development server. */
async function loadCodegen(root: string): Promise<Codegen> {
  const { createCodegen } = await import('./createCodegen.ts');
  return createCodegen(root);
}

function shorten(names: string[]): string {
  return names.length > 3 ? `${names.length} files` : names.join(', ');
}
