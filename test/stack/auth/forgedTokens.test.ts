import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, type JWK } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postCredentials, signIn } from '../../../tools/testing/graphql.ts';
import { canReach, testStack, testStackDir } from '../../../tools/testing/testStack.ts';
import { inLanes } from '../../support/inLanes.ts';
import { linkTo } from '../../support/links.ts';
import { byAlgorithm } from './forged/byAlgorithm.ts';
import { byClaims } from './forged/byClaims.ts';
import { byKey } from './forged/byKey.ts';
import { byShape } from './forged/byShape.ts';
import { decode, type Forgery, type Material } from './forged/jws.ts';
import { type OwnServer, startOwnServer } from './forged/ownServer.ts';
import { DOORS, present } from './forged/present.ts';

let material: Material;
let ownServer: OwnServer;

beforeAll(async () => {
  ownServer = await startOwnServer();
  const [one, two] = testStack().members;
  if (!one || !two) throw new Error('the stack has fewer than two members');
  const token = await signIn(testStack(), one.login, one.password);
  const other = await signIn(testStack(), two.login, two.password);
  const { header, claims } = decode(token);
  const jwk = await findPublished(String(claims.iss), header.kid);
  material = { token, other, header, claims, jwk, ownServer: ownServer.url };
});
afterAll(() => ownServer?.stop());

/** The published key that the sign-in signs with. */
async function findPublished(issuer: string, kid: unknown): Promise<JWK> {
  const response = await fetch(`${issuer}/.well-known/jwks.json`);
  const { keys } = (await response.json()) as { keys: JWK[] };
  const found = keys.find((key) => key.kid === kid);
  if (!found) throw new Error(`${issuer} publishes no key ${kid}`);
  return found;
}

/** The private half of that key, which only a local stack has in a file. */
async function readPrivateHalf(kid: unknown): Promise<KeyObject> {
  const folder = join(testStackDir(), 'kms');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.pem'))) {
    const key = createPrivateKey(readFileSync(join(folder, file)));
    const jwk = await exportJWK(createPublicKey(key));
    if (jwk.kty === 'RSA' && (await calculateJwkThumbprint(jwk)) === kid) return key;
  }
  throw new Error(`${folder} has no key ${kid}`);
}

/** Each door that accepted one of the tokens, and each that rejected the true token. */
async function tryAll(forgeries: Forgery[]): Promise<string[]> {
  const wrong = await inLanes(6, forgeries, async ([how, token]) => {
    const met: string[] = [];
    for (const door of DOORS) {
      const seen = await present(testStack(), door, token);
      if (seen !== 'refused' && seen !== 'unsendable') met.push(`${how} by ${door}: ${seen}`);
    }
    return met;
  });
  return wrong.flat();
}

describe('bar 04 forged tokens', () => {
  it('every door accepts the true token', async () => {
    for (const door of DOORS) {
      expect(await present(testStack(), door, material.token), door).toBe('let in');
      expect(await present(testStack(), door, `Bearer ${material.token}`), door).toBe('let in');
    }
  });

  it('every door, HTTP and WebSocket, rejects each token made without the key', async () => {
    const [one] = testStack().members;
    const signedIn = await postCredentials(testStack(), one ?? {});
    const [, cookie = ''] = /=([^;]+)/.exec(signedIn.headers.get('set-cookie') ?? '') ?? [];
    const forgeries: Forgery[] = [
      ...byAlgorithm(material),
      ...byKey(material),
      ...(await byShape(material)),
      ['refresh token', cookie],
      ['API key', testStack().apiKey],
    ];
    expect(cookie).not.toBe('');
    expect(new Set(forgeries.map(([, token]) => token)).size).toBe(forgeries.length);
    expect(forgeries.length).toBeGreaterThanOrEqual(120);
    expect(await tryAll(forgeries)).toEqual([]);
    // Nobody fetched what a token pointed to.
    expect(ownServer.asked()).toEqual([]);
  }, 120_000);

  it.skipIf(!canReach('secret of links'))(
    'every door rejects the signature of a mail’s link',
    async () => {
      const target = { memberId: String(material.claims.sub), bookId: null };
      const link = linkTo(target).split('/').at(-1) ?? '';
      expect(await tryAll([['link of a mail', link]])).toEqual([]);
    },
  );

  it.skipIf(!canReach('signing key'))(
    'every door rejects each token of the true key for another audience, time or kind',
    async () => {
      const key = await readPrivateHalf(material.header.kid);
      const forgeries = byClaims(material, key);
      expect(forgeries.length).toBeGreaterThanOrEqual(60);
      expect(await tryAll(forgeries)).toEqual([]);
    },
    120_000,
  );
});
