import { createPublicKey } from 'node:crypto';
import { CompactEncrypt } from 'jose';
import { assemble, encode, type Forgery, type Material, ownKeys, signer } from './jws.ts';

const own = signer('RS256', ownKeys.rsa);

/** A valid token, cut, extended, mixed and re-encoded. */
export async function byShape(material: Material): Promise<Forgery[]> {
  return [
    ...cut(material),
    ...mixed(material),
    ...spelled(material),
    ...(await encrypted(material)),
  ];
}

function cut({ token }: Material): Forgery[] {
  const [header = '', claims = '', signature = ''] = token.split('.');
  return [
    ['last letter cut off', token.slice(0, -1)],
    ['half of it', token.slice(0, token.length / 2)],
    ['half a signature', `${header}.${claims}.${signature.slice(0, 171)}`],
    ['empty signature', `${header}.${claims}.`],
    ['no signature', `${header}.${claims}`],
    ['header alone', header],
    ['dots alone', '..'],
    ['no header', `.${claims}.${signature}`],
    ['no claims', `${header}..${signature}`],
    ['signature of zeros', `${header}.${claims}.${Buffer.alloc(256).toString('base64url')}`],
    ['signature of ones', `${header}.${claims}.${Buffer.alloc(256, 255).toString('base64url')}`],
    ['longer signature', `${token}AAAA`],
    ['dot behind', `${token}.`],
    ['dot before', `.${token}`],
    ['fourth part', `${token}.${signature}`],
    ['five parts', `${token}.${claims}.${signature}`],
  ];
}

function mixed({ token, other, header, claims }: Material): Forgery[] {
  const [first = '', second = '', signature = ''] = token.split('.');
  const [, , foreign = ''] = other.split('.');
  const claiming = (more: object) => `${first}.${encode({ ...claims, ...more })}.${signature}`;
  return [
    ['signature of another token', `${first}.${second}.${foreign}`],
    ['claims of another token', `${first}.${other.split('.')[1]}.${signature}`],
    ['another member', claiming({ sub: '1' })],
    ['operator', claiming({ operator: true })],
    ['later expiry', claiming({ exp: Number(claims.exp) + 3600 })],
    ['same claims with spaces', `${first}.${encode(JSON.stringify(claims, null, 1))}.${signature}`],
    ['member named twice', `${first}.${encode(twice(claims))}.${signature}`],
    ['header with a space', `${encode(`${JSON.stringify(header)} `)}.${second}.${signature}`],
    [
      'invalid UTF-8',
      `${first}.${Buffer.from('{"sub":"\xff"}', 'latin1').toString('base64url')}.${signature}`,
    ],
    ['claims that are no JSON', assemble(header, 'sub=1', own)],
    ['claims that are a list', assemble(header, [claims], own)],
    ['claims that are null', assemble(header, null, own)],
    ['header that is null', assemble(null, claims, own)],
    ['deep claims', assemble(header, `${'['.repeat(5000)}${']'.repeat(5000)}`, own)],
    ['100 KB of claims', assemble(header, { ...claims, pad: 'x'.repeat(100_000) }, own)],
    ['100 KB of signature', `${first}.${second}.${'A'.repeat(100_000)}`],
  ];
}

/** The same bytes in letters outside the alphabet (RFC 7515 section 2, RFC 4648 section 3). */
function spelled({ token }: Material): Forgery[] {
  const [header = '', claims = '', signature = ''] = token.split('.');
  const spell = (last: string): string => `${header}.${claims}.${last}`;
  return [
    ['padding', spell(`${signature}==`)],
    ['padding of claims', `${header}.${claims}=.${signature}`],
    ['plain base64', spell(Buffer.from(signature, 'base64url').toString('base64'))],
    ['unused bits set', spell(`${signature.slice(0, -1)}${neighbour(signature)}`)],
    ['letter that is none', spell(`${signature}!`)],
    ['hexadecimal', spell(Buffer.from(signature, 'base64url').toString('hex'))],
    ['space inside', spell(` ${signature}`)],
    ['space in the signature', spell(`${signature.slice(0, 9)} ${signature.slice(9)}`)],
    ['line end inside', spell(`${signature.slice(0, 9)}\n${signature.slice(9)}`)],
    ['line end behind', `${token}\n`],
    ['tab in the claims', `${header}.${claims.slice(0, 9)}\t${claims.slice(9)}.${signature}`],
    ['upper case', token.toUpperCase()],
    ['escaped', token.replaceAll('.', '%2E')],
    ['quoted', `"${token}"`],
    ['twice', `${token}, ${token}`],
    ['twice in one', `${token}${token}`],
    ['Bearer twice', `Bearer Bearer ${token}`],
    ['Basic', `Basic ${Buffer.from(`member:${token}`).toString('base64')}`],
    ['DPoP', `DPoP ${token}`],
    ['as a parameter', `access_token=${token}`],
    ['JSON of a JWS', JSON.stringify({ payload: claims, protected: header, signature })],
    ...['null', 'undefined', 'true', '{}', '[]', '0', 'Bearer', 'eyJ'].map(
      (word): Forgery => [`the word ${word}`, word],
    ),
  ];
}

/**
 * 256 bytes leave four bits of the last letter unused, so another letter decodes to the same bytes.
 */
function neighbour(signature: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return letters[letters.indexOf(signature.at(-1) ?? '') ^ 1] ?? '';
}

/** The claims with another `sub` before the true one. */
function twice(claims: object): string {
  return `{"sub":"1",${JSON.stringify(claims).slice(1)}`;
}

/** Encrypted to the public key, which anyone can do and which proves nothing. */
async function encrypted({ jwk, claims, token, header }: Material): Promise<Forgery[]> {
  const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
  const encrypt = (content: string, more: object) =>
    new CompactEncrypt(Buffer.from(content))
      .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', kid: String(header.kid), ...more })
      .encrypt(key);
  return [
    ['JWE of the claims', await encrypt(JSON.stringify(claims), {})],
    ['JWE of the token', await encrypt(token, { cty: 'JWT' })],
  ];
}
