import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRemoteJWKSet, exportJWK, generateKeyPair, type JWK, jwtVerify, SignJWT } from 'jose';
import { afterEach, expect, it } from 'vitest';
import { describeIssuer } from '../../../../services/auth/describeIssuer.ts';

let server: Server | undefined;
afterEach(() => server?.close());

/** An issuer that can publish other keys, and a verifier that fetches them once an hour. */
async function anIssuer() {
  let published: JWK[] = [];
  const listening = createServer((request, response) => {
    const documents = describeIssuer('https://shinkan.example', published);
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify(documents[(request.url ?? '').slice(1)]));
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const { port } = listening.address() as AddressInfo;
  const hour = 3_600_000;
  const keys = createRemoteJWKSet(new URL(`http://127.0.0.1:${port}/.well-known/jwks.json`), {
    cacheMaxAge: hour,
    cooldownDuration: hour,
  });
  return {
    publishes: (...next: JWK[]) => {
      published = next;
    },
    isBelieved: (token: string) =>
      jwtVerify(token, keys).then(
        () => true,
        () => false,
      ),
  };
}

async function aKey(kid: string) {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' };
  return {
    jwk,
    token: () => new SignJWT({}).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey),
  };
}

it('a verifier that caches the keys for an hour accepts a new key that was published before', async () => {
  const { publishes, isBelieved } = await anIssuer();
  const [old, fresh] = [await aKey('old'), await aKey('fresh')];
  publishes(old.jwk, fresh.jwk);
  expect(await isBelieved(await old.token())).toBe(true);
  expect(await isBelieved(await fresh.token())).toBe(true);
  expect(await isBelieved(await old.token())).toBe(true);
});

it('a verifier that caches the keys for an hour refuses a key that signs as soon as it is published', async () => {
  const { publishes, isBelieved } = await anIssuer();
  const [old, fresh] = [await aKey('old'), await aKey('fresh')];
  publishes(old.jwk);
  expect(await isBelieved(await old.token())).toBe(true);
  publishes(old.jwk, fresh.jwk);
  expect(await isBelieved(await fresh.token())).toBe(false);
});
