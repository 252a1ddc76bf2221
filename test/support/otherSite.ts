import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody else's site on this machine. */
export interface OtherSite {
  /** Its address under a host name of this machine: another port makes another origin. */
  at(host: string): string;
  stop(): Promise<void>;
}

/** Serves one page at every path, without a policy, so it may try anything. */
export async function openOtherSite(): Promise<OtherSite> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<!doctype html><title>Another site</title><iframe name="answer"></iframe>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server always has an address of this kind
  return {
    at: (host) => `http://${host}:${port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
