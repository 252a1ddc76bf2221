import { createRemoteJWKSet, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Json } from '../../resource.ts';
import type { OidcSettings } from './readSettings.ts';

/** Gives `ctx.identity` of the bearer of a token, or throws with the reason against it. */
export type TokenCheck = (token: string) => Promise<Json>;

/** Verifies tokens with the keys that their issuer's discovery document names, fetched when first needed. */
export function createTokenCheck(providers: OidcSettings[]): TokenCheck {
  const keys = new Map<string, Promise<JWTVerifyGetKey>>();
  const keysOf = (issuer: string): Promise<JWTVerifyGetKey> => {
    const known = keys.get(issuer) ?? discoverKeys(issuer);
    keys.set(issuer, known);
    // An issuer that was not up yet is asked again.
    known.catch(() => keys.delete(issuer));
    return known;
  };
  return async (token) => {
    const provider = providers.find(({ issuer }) => issuer === readIssuer(token));
    if (!provider) throw new Error(`no provider has the issuer ${readIssuer(token)}`);
    const { payload } = await jwtVerify(token, await keysOf(provider.issuer), {
      issuer: provider.issuer,
    });
    checkClaims(payload, provider);
    return { sub: payload.sub ?? null, issuer: provider.issuer, claims: payload as Json };
  };
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
  const clients = [payload.aud ?? [], payload.azp ?? []].flat() as string[];
  if (clientId && !clients.some((client) => clientId.test(client))) {
    throw new Error(`the token is for ${clients.join(', ')}, expected ${clientId.source}`);
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
