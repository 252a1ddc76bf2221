import { join, relative } from 'node:path';
import { createServer, type Plugin, type ProxyOptions } from 'vite';
import { root as repository } from '../root.ts';
import { NONCE, readSiteHeaders } from './siteHeaders.ts';

/** Paths that functions of the site answer, and files generated for one deployment. */
const OF_THE_SITE = ['/auth/', '/mail/', '/embed/', '/.well-known/', '/config.json', '/sw.js'];

export type FileEvent = 'add' | 'change' | 'unlink';

export interface WebOptions {
  /** The folder that holds `web/` and all that it imports. */
  root: string;
  /** Where Vite keeps its pre-bundled packages. */
  cache: string;
  /** The address of the stack's own site. */
  site: string;
  /** Vite takes the next free one when it is taken; 0 takes any. */
  port: number;
  /** Folders of it that are watched besides `web/`. */
  watched: string[];
  /** Told what happened to which file, named from `root`. */
  onSave(event: FileEvent, file: string): void;
}

export interface RunningWeb {
  url: string;
  stop(): Promise<void>;
}

/** Serves the web app from its sources, and the rest of the site under the same address. */
export async function serveWeb({
  root,
  cache,
  site,
  port,
  watched,
  onSave,
}: WebOptions): Promise<RunningWeb> {
  const headers = await readSiteHeaders(site);
  const asOnTheSite: Plugin = {
    name: 'as-on-the-site',
    // Called again when Vite restarts after a change of its configuration.
    configureServer({ watcher, middlewares }) {
      watcher.add(watched.map((folder) => join(root, folder)));
      for (const event of ['add', 'change', 'unlink'] as const) {
        watcher.on(event, (path: string) => onSave(event, relative(root, path)));
      }
      middlewares.use((_request, response, next) => {
        for (const [name, value] of headers) response.setHeader(name, value);
        next();
      });
    },
  };
  // Sign-in rejects requests from other sites.
  const proxy: ProxyOptions = { target: site, changeOrigin: true, headers: { origin: site } };
  const server = await createServer({
    root: join(root, 'web'),
    configFile: join(root, 'web/vite.config.ts'),
    cacheDir: cache,
    clearScreen: false,
    logLevel: 'warn',
    plugins: [asOnTheSite],
    html: { cspNonce: NONCE },
    server: {
      host: '127.0.0.1',
      port,
      fs: { allow: [root, repository] },
      proxy: Object.fromEntries(OF_THE_SITE.map((path) => [path, proxy])),
    },
  });
  await server.listen();
  const [url = ''] = server.resolvedUrls?.local ?? [];
  return { url: url.replace(/\/$/, ''), stop: () => server.close() };
}
