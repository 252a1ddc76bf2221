import {
  constants,
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign as signWith,
} from 'node:crypto';
import type { JWK } from 'jose';

/** A token that must be rejected, and how it was made. */
export type Forgery = [how: string, token: string];

type Part = { [name: string]: unknown };

/** What a forger has: a valid token of their own, one of somebody else, and the published keys. */
export interface Material {
  token: string;
  header: Part;
  claims: Part;
  /** Another token by the same key. */
  other: string;
  jwk: JWK;
  /** Where a key of the forger can be fetched; counts the requests. */
  ownServer: string;
}

export const encode = (part: unknown): string =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');

export function decode(token: string): { header: Part; claims: Part } {
  const [header, claims] = token.split('.').map((part) => Buffer.from(part, 'base64url'));
  return { header: JSON.parse(String(header)), claims: JSON.parse(String(claims)) };
}

/** A JWS in compact form (RFC 7515 section 3.1) of these two parts, signed by `sign`. */
export function assemble(
  header: unknown,
  claims: unknown,
  sign: (content: Buffer) => Buffer | string,
): string {
  const content = `${encode(header)}.${encode(claims)}`;
  return `${content}.${Buffer.from(sign(Buffer.from(content))).toString('base64url')}`;
}

/** Signs by an algorithm of RFC 7518 section 3 with a matching kind of key. */
export function signer(alg: string, key: KeyObject): (content: Buffer) => Buffer {
  const hash = `sha${alg.slice(2)}`;
  if (alg.startsWith('PS')) {
    const padding = constants.RSA_PKCS1_PSS_PADDING;
    const saltLength = constants.RSA_PSS_SALTLEN_DIGEST;
    return (content) => signWith(hash, content, { key, padding, saltLength });
  }
  if (alg.startsWith('ES')) {
    return (content) => signWith(hash, content, { key, dsaEncoding: 'ieee-p1363' });
  }
  return (content) => signWith(alg === 'EdDSA' ? null : hash, content, key);
}

export const hmac =
  (secret: string | Buffer, hash = 'sha256') =>
  (content: Buffer): Buffer =>
    createHmac(hash, secret).update(content).digest();

/** Unpublished keys. */
export const ownKeys = {
  rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
  ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
  ES384: generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey,
  EdDSA: generateKeyPairSync('ed25519').privateKey,
};

export const ownJwk = (): JWK =>
  createPublicKey(ownKeys.rsa).export({ format: 'jwk' }) as unknown as JWK;
