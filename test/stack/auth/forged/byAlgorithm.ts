import { createPublicKey } from 'node:crypto';
import { assemble, encode, type Forgery, hmac, type Material, ownKeys, signer } from './jws.ts';

/** Tokens that try to choose how they are verified (RFC 8725 sections 2.1 and 3.1). */
export function byAlgorithm(material: Material): Forgery[] {
  return [...unsigned(material), ...byPublicKey(material), ...byOwnKey(material)];
}

function unsigned({ header, claims, token }: Material): Forgery[] {
  const signature = token.split('.')[2] ?? '';
  const without = (alg: unknown) => `${encode({ ...header, alg })}.${encode(claims)}.`;
  const { alg: _, ...rest } = header;
  return [
    ...['none', 'None', 'NONE', 'nOnE', 'none\u0000', ' none', ''].map(
      (alg): Forgery => [`alg ${JSON.stringify(alg)}`, without(alg)],
    ),
    ...[null, false, 0, ['none'], ['RS256'], { RS256: true }].map(
      (alg): Forgery => [`alg ${JSON.stringify(alg)}`, without(alg)],
    ),
    ['no alg', `${encode(rest)}.${encode(claims)}.`],
    [
      'alg none, signature kept',
      `${encode({ ...header, alg: 'none' })}.${encode(claims)}.${signature}`,
    ],
    [
      'alg none and RS256 in one header',
      `${encode('{"alg":"RS256","alg":"none"}')}.${encode(claims)}.`,
    ],
  ];
}

/** HMAC with a public secret: the public key in each of its forms. */
function byPublicKey({ header, claims, jwk }: Material): Forgery[] {
  const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
  const pem = key.export({ type: 'spki', format: 'pem' }).toString();
  const secrets: [string, string | Buffer][] = [
    ['PEM', pem],
    ['PEM without its last line end', pem.trimEnd()],
    ['PEM of PKCS #1', key.export({ type: 'pkcs1', format: 'pem' }).toString()],
    ['DER', key.export({ type: 'spki', format: 'der' })],
    ['JWK', JSON.stringify(jwk)],
    ['modulus', String(jwk.n)],
    ['bytes of the modulus', Buffer.from(String(jwk.n), 'base64url')],
    ['key id', String(jwk.kid)],
    ['empty secret', ''],
    ['word secret', 'secret'],
  ];
  return [
    ...secrets.map(
      ([form, secret]): Forgery => [
        `HS256 by ${form}`,
        assemble({ ...header, alg: 'HS256' }, claims, hmac(secret)),
      ],
    ),
    ['HS384 by PEM', assemble({ ...header, alg: 'HS384' }, claims, hmac(pem, 'sha384'))],
    ['HS512 by PEM', assemble({ ...header, alg: 'HS512' }, claims, hmac(pem, 'sha512'))],
    ['HMAC that says RS256', assemble(header, claims, hmac(pem))],
  ];
}

function byOwnKey({ header, claims }: Material): Forgery[] {
  return [
    ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'].map(
      (alg): Forgery => [
        `${alg} by a key of one's own`,
        assemble({ ...header, alg }, claims, signer(alg, ownKeys.rsa)),
      ],
    ),
    ...(['ES256', 'ES384', 'EdDSA'] as const).map(
      (alg): Forgery => [
        `${alg} by a key of one's own`,
        assemble({ ...header, alg }, claims, signer(alg, ownKeys[alg])),
      ],
    ),
  ];
}
