import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RDSDataClient } from '@aws-sdk/client-rds-data';
import { openDatabase } from '../../../db/database.ts';
import { refuse } from '../../../services/auth/answer.ts';
import { openKnownDevices } from '../../../services/auth/knownDevice.ts';
import type { AuthPorts } from '../../../services/auth/ports.ts';
import { openRefreshTokens } from '../../../services/auth/refreshTokens.ts';
import { readAuthRequest } from '../../../services/auth/request.ts';
import { route } from '../../../services/auth/route.ts';
import type { Signer } from '../../../services/auth/signer.ts';
import { openThrottle } from '../../../services/auth/throttling/throttle.ts';
import { clientSettings, openStackDatabase, type Stack } from '../../../tools/stack/stack.ts';

const originSecret = 'a secret of this origin';

/** The sign-in endpoint over HTTP, whose key can be changed while it runs. */
export interface SignInServer {
  url: string;
  /** Signs tokens by this signer from now on, as after a deployment. */
  signsWith(signer: Signer): void;
  stop(): Promise<void>;
}

/**
 * Serves sign-in for a stack, on its databases and as its issuer: its API accepts the tokens if it
 * knows their key.
 */
export async function serveSignIn(stack: Stack, first: Signer): Promise<SignInServer> {
  const database = openStackDatabase(stack);
  const { shopClusterArn, shopSecretArn } = stack.resources;
  const client = new RDSDataClient({ ...clientSettings, endpoint: stack.endpoints.rdsData });
  const shop = openDatabase(
    { clusterArn: shopClusterArn, secretArn: shopSecretArn, database: stack.shop.database },
    client,
  );
  let signer = first;
  const ports = (): AuthPorts => ({
    config: {
      signingKeyId: signer.kid,
      issuer: stack.web,
      audience: 'shinkan',
      operators: new Set(),
      originSecret,
      siteOrigin: new URL(stack.web).origin,
      passwords: { weakFormats: new Set(), encoderSecret: '' },
      refusalMs: 500,
      signInsPerMinute: 60_000,
    },
    shop,
    throttle: openThrottle(database, {
      secret: 'a secret of this throttle',
      perMinute: 60_000,
      warn: () => {},
    }),
    knownDevices: openKnownDevices('a secret of these devices'),
    countRefusal: () => {},
    refreshTokens: openRefreshTokens(database, 'a secret of these marks'),
    signer,
    now: () => new Date(),
    warn: () => {},
    countPassword: () => {},
  });
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const { cookie = '', ...headers } = request.headers as { [name: string]: string };
      const read = readAuthRequest({
        rawPath: request.url ?? '/',
        headers: { ...headers, 'x-origin-verify': originSecret },
        cookies: cookie === '' ? [] : [cookie],
        requestContext: {
          http: { method: request.method ?? 'GET', sourceIp: '203.0.113.5' },
        },
        body: Buffer.concat(chunks).toString('utf8'),
        isBase64Encoded: false,
        // The parts of an event that sign-in does not read are omitted.
      } as unknown as Parameters<typeof readAuthRequest>[0]);
      const answer = await route(read, ports()).catch((error: unknown) =>
        refuse(503, 'temporarily_unavailable', String(error)),
      );
      response
        .writeHead(answer.statusCode, {
          ...answer.headers,
          ...(answer.cookies === undefined ? {} : { 'set-cookie': answer.cookies }),
        })
        .end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    signsWith: (next) => {
      signer = next;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      client.destroy();
    },
  };
}
