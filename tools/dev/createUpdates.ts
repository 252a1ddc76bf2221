import type { RunningShinkan } from '../stack/startShinkan.ts';
import { type Bundler, createBundler } from './createBundler.ts';
import type { Codegen } from './createCodegen.ts';
import { describeFailure, describeRefusal } from './describeFailure.ts';
import { findBundles } from './findBundles.ts';

export interface UpdateOptions {
  /** The folder that saved files are named from. */
  root: string;
  /** Whether debuggers may attach, which need source maps of everything. */
  inspect: boolean;
  say: (line: string) => void;
}

/** Applies saved files to a part of the running stack. */
export type Update = (files: string[]) => Promise<void>;

/**
 * The updates of generated code, resolvers and handlers, which run side by side. Each reports what
 * it did, or why it could not.
 */
export async function createUpdates(
  { assembly, reload }: Pick<RunningShinkan, 'assembly' | 'reload'>,
  { root, inspect, say }: UpdateOptions,
): Promise<Update[]> {
  const bundles = findBundles(assembly);
  const [resolvers, handlers] = await Promise.all([
    createBundler('resolver', bundles, { root, assembly, sourceMaps: true }),
    createBundler('handler', bundles, { root, assembly, sourceMaps: inspect }),
  ]);
  if (inspect) {
    say('Writing source maps …');
    await Promise.all([resolvers.rebuildAll(), handlers.rebuildAll()]);
    await reload();
  }
  let codegen: Promise<Codegen> | undefined;
  return [
    telling('Wrote', async (files) => {
      const documents = files.filter((file) => file.endsWith('.graphql'));
      if (documents.length === 0) return [];
      codegen ??= loadCodegen(root);
      return (await codegen)(documents);
    }),
    telling('Reloaded', (files) => reloadChanged(resolvers, files)),
    telling('Reloaded', (files) => reloadChanged(handlers, files)),
  ];

  async function reloadChanged(bundler: Bundler, files: string[]): Promise<string[]> {
    const changed = await bundler.rebuild(files);
    if (changed.length === 0) return [];
    const { refused } = await reload();
    if (refused.length > 0 && bundler === resolvers) throw new Error(describeRefusal(refused));
    return changed.map(({ entry }) => entry);
  }

  /** Says which files the work has changed and how long it took. */
  function telling(verb: string, work: (files: string[]) => Promise<string[]>): Update {
    return async (files) => {
      const begun = performance.now();
      try {
        const names = await work(files);
        const milliseconds = Math.round(performance.now() - begun);
        if (names.length > 0) say(`${verb} ${shorten(names)} in ${milliseconds} ms`);
      } catch (error) {
        say(`${describeFailure(error)}; what ran before keeps running`);
      }
    };
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
