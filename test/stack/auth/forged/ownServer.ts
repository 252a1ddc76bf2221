import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ownJwk } from './jws.ts';

/** The forger’s server: an issuer with well-formed documents and its own key. */
export interface OwnServer {
  url: string;
  /** The paths that were requested. */
  asked(): string[];
  stop(): Promise<void>;
}

export async function startOwnServer(): Promise<OwnServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const { port } = server.address() as AddressInfo;
    const issuer = `http://127.0.0.1:${port}`;
    const keys = [{ ...ownJwk(), kid: 'own', alg: 'RS256', use: 'sig' }];
    const document = request.url?.includes('openid-configuration')
      ? { issuer, jwks_uri: `${issuer}/jwks.json` }
      : { keys };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(document));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked: () => asked,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
