import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signOfOtherSite } from './otherSites.ts';

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface ListenOptions {
  /**
   * Whether web pages of any site may call: for services that require credentials or are public on
   * AWS.
   */
  anySite?: boolean;
}

export interface Listening {
  url: string;
  server: Server;
  /** Closes the port and every connection. */
  stop(): Promise<void>;
}

/**
 * Serves HTTP on this machine only, rejecting requests from other sites' web pages. `port` 0 takes
 * a free one; if a handler rejects, the error is logged and the response is 500.
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
  // Only clients close connections: if the server closed one just as the next call arrived, the
  // client could not know whether the call was processed. Large uploads are not cut off either.
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
