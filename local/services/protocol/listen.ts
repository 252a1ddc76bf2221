import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signOfOtherSite } from './otherSites.ts';

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface ListenOptions {
  /** Whether web pages of any site may call: for what asks callers for credentials or is public on AWS. */
  anySite?: boolean;
}

export interface Listening {
  url: string;
  server: Server;
  /** Closes the port and every connection. */
  stop(): Promise<void>;
}

/**
 * Serves HTTP on this machine only, and not to web pages of other sites that are open on it. `port` 0 takes a free one;
 * a handler that rejects answers 500 and is logged.
 */
export async function listen(
  port: number,
  handle: Handle,
  log: (line: string) => void,
  { anySite = false }: ListenOptions = {},
): Promise<Listening> {
  const server = createServer((request, response) => {
    const sign = anySite ? undefined : signOfOtherSite(request.headers);
    if (sign !== undefined) {
      log(`${request.method} ${request.url} with ${sign} is refused: it comes from another site`);
      request.resume();
      response.writeHead(403).end(`${sign}: expected 127.0.0.1 or localhost\n`);
      return;
    }
    handle(request, response).catch((error: unknown) => {
      log(`${request.method} ${request.url}: ${error instanceof Error ? error.stack : error}`);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  // Only clients end a connection: one that the server ends just as the next call comes in is a call whose fate
  // nobody knows. Nor is a large upload cut off.
  server.keepAliveTimeout = 0;
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address() as AddressInfo; // a TCP server has no other kind of address
  return {
    url: `http://127.0.0.1:${address.port}`,
    server,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
