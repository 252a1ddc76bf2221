import {
  createRemoteJWKSet,
  type FlattenedJWSInput,
  type JWTHeaderParameters,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import { BoundedCache } from '../../../lib/boundedCache.ts';
import type { Json } from '../../../lib/resource.ts';
import type { OidcSettings } from '../definition/readSettings.ts';

/** Returns `ctx.identity` for the bearer of a token, or throws with the reason for rejecting it. */
export type TokenCheck = (token: string) => Promise<Json>;

/**
 * A JWS in compact form (RFC 7515 section 3.1). Rejects what the library would tolerate: spaces,
 * padding and the other base64 alphabet.
 */
const JWS = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/**
 * A token that declares another type is rejected (RFC 8725 section 3.11; RFC 9068 for `at+jwt`).
 */
const TYPES = [undefined, 'jwt', 'at+jwt', 'application/at+jwt'];

/** Tolerated lead of the issuer's clock. */
const MAX_AHEAD_MS = 60_000;

/** About two thousand of our tokens. */
const MOST_KNOWN_CHARACTERS = 2_000_000;

/**
 * Verifies tokens with the keys named by their issuer's discovery document, fetched when first
 * needed. A signature is verified once for as long as the issuer keeps its key; claims are checked
 * each time.
 */
export function createTokenCheck(providers: OidcSettings[]): TokenCheck {
  const keys = new Map<string, Promise<JWTVerifyGetKey>>();
  const keysOf = (issuer: string): Promise<JWTVerifyGetKey> => {
    const known = keys.get(issuer) ?? discoverKeys(issuer);
    keys.set(issuer, known);
    // Retry an issuer that was not up yet.
    known.catch(() => keys.delete(issuer));
    return known;
  };
  const verify = async (token: string): Promise<Verified> => {
    checkForm(token);
    const provider = providers.find(({ issuer }) => issuer === readIssuer(token));
    if (!provider) throw new Error(`no provider has the issuer ${readIssuer(token)}`);
    const { issuer } = provider;
    const { payload, protectedHeader, key } = await jwtVerify(token, await keysOf(issuer), {
      issuer,
      requiredClaims: ['exp', 'iat', 'sub'],
    });
    if (!TYPES.includes(protectedHeader.typ?.toLowerCase())) {
      throw new Error(`the token is of the type ${protectedHeader.typ}`);
    }
    return { payload, protectedHeader, key, provider };
  };
  const known = new BoundedCache<Verified>(MOST_KNOWN_CHARACTERS, (token) => token.length);
  /**
   * Null if the token is new, outside its time, or signed with a key that its issuer no longer has.
   */
  const recall = async (token: string): Promise<Verified | null> => {
    const found = known.get(token);
    if (found === undefined || !isInTime(found.payload)) return null;
    try {
      const getKey = await keysOf(found.provider.issuer);
      return (await getKey(found.protectedHeader, flatten(token))) === found.key ? found : null;
    } catch {
      // Verification will report the reason.
      return null;
    }
  };
  return async (token) => {
    const verified = (await recall(token)) ?? (await verify(token));
    const { payload, provider } = verified;
    checkClaims(payload, provider);
    known.set(token, verified);
    return { sub: payload.sub as string, issuer: provider.issuer, claims: payload as Json };
  };
}

/** A token with a verified signature, and what is needed to trust it again. */
interface Verified {
  payload: JWTPayload;
  protectedHeader: JWTHeaderParameters;
  key: unknown;
  provider: OidcSettings;
}

function isInTime({ exp = 0, nbf = 0 }: JWTPayload): boolean {
  const seconds = Math.floor(Date.now() / 1000);
  return nbf <= seconds && seconds < exp;
}

function flatten(token: string): FlattenedJWSInput {
  const [head = '', payload = '', signature = ''] = token.split('.');
  return { protected: head, payload, signature };
}

function checkForm(token: string): void {
  if (!JWS.test(token)) throw new Error('the token is not a JWS in compact form');
  const signature = token.slice(token.lastIndexOf('.') + 1);
  if (Buffer.from(signature, 'base64url').toString('base64url') !== signature) {
    throw new Error('the signature is not written as base64url writes it');
  }
}

async function discoverKeys(issuer: string): Promise<JWTVerifyGetKey> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  const discovery = (await response.json()) as { issuer?: string; jwks_uri?: string };
  if (discovery.issuer !== issuer || typeof discovery.jwks_uri !== 'string') {
    throw new Error(
      `${address} names the issuer ${discovery.issuer}, expected ${issuer} and a jwks_uri`,
    );
  }
  return createRemoteJWKSet(new URL(discovery.jwks_uri));
}

function readIssuer(token: string): unknown {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
  return (JSON.parse(payload) as JWTPayload).iss;
}

function checkClaims(payload: JWTPayload, { clientId, iatTtl, authTtl }: OidcSettings): void {
  if (typeof payload.sub !== 'string' || payload.sub === '') {
    throw new Error(`sub is ${JSON.stringify(payload.sub)}, expected a text`);
  }
  const clients = [payload.aud ?? [], payload.azp ?? []].flat();
  if (clientId && !clients.some((client) => typeof client === 'string' && clientId.test(client))) {
    throw new Error(`the token is for ${clients.join(', ')}, expected ${clientId.source}`);
  }
  if (Number(payload.iat) * 1000 > Date.now() + MAX_AHEAD_MS) {
    throw new Error(`iat is ${payload.iat}, which is still to come`);
  }
  checkAge('iat', payload.iat, iatTtl);
  checkAge('auth_time', payload.auth_time, authTtl);
}

function checkAge(claim: string, seconds: unknown, ttl: number): void {
  if (ttl === 0) return;
  if (typeof seconds !== 'number' || Date.now() > seconds * 1000 + ttl) {
    throw new Error(`${claim} is ${seconds}, more than ${ttl} ms ago`);
  }
}
