import { join } from 'node:path';
import { root as repository } from '../root.ts';
import { type RunningShinkan, type StartOptions, startShinkan } from '../stack/startShinkan.ts';
import { createUpdates } from './createUpdates.ts';
import { describeInspectors } from './describeInspectors.ts';
import { needsRestart } from './needsRestart.ts';
import { openInspector } from './openInspector.ts';
import { serveWeb } from './serveWeb.ts';
import { takeTurns } from './takeTurns.ts';

/** Where Vite listens unless it is told otherwise. */
const VITE_PORT = 5173;

/** The folders whose files take effect when they are saved, besides `web/`. */
export const WATCHED = [
  'client/src',
  'db',
  'domain',
  'embed/src',
  'infra',
  'resolvers',
  'schema',
  'services',
];

export interface DevOptions extends StartOptions {
  /** The folder whose files are watched and bundled; the repository's unless a test says otherwise. */
  root?: string;
  /** Where a debugger attaches to the resolvers; those of handlers follow. Nowhere when left out. */
  inspect?: number | undefined;
}

/**
 * Starts the stack, serves the web app from its sources, and keeps both up to date with what is saved.
 * The stack that it returns has the address of that web app.
 */
export async function runDev(options: DevOptions): Promise<RunningShinkan> {
  const { say, inspect, root = repository } = options;
  if (inspect !== undefined) openInspector(inspect);
  const inspectFrom = inspect === undefined ? undefined : inspect + 1;
  const shinkan = await startShinkan({ ...options, inspectFrom });
  try {
    const updates = await createUpdates(shinkan, { root, inspect: inspect !== undefined, say });
    const turns = updates.map(takeTurns);
    const web = await serveWeb({
      root,
      cache: join(options.dir, 'vite'),
      site: shinkan.stack.web,
      port: options.port === 0 ? 0 : VITE_PORT,
      watched: WATCHED,
      onSave(event, file) {
        if (needsRestart(event, file)) say(`${file}: takes effect after Ctrl-C and npm run dev`);
        for (const turn of turns) turn.add(file);
      },
    });
    say(
      `Development server: what you save takes effect at once. The built app is at ${shinkan.stack.web}.`,
    );
    if (inspect !== undefined) say(describeInspectors(shinkan, inspect));
    return {
      ...shinkan,
      stack: { ...shinkan.stack, web: web.url },
      async stop() {
        await web.stop();
        await Promise.all(turns.map((turn) => turn.stop()));
        await shinkan.stop();
      },
    };
  } catch (error) {
    await shinkan.stop();
    throw error;
  }
}
