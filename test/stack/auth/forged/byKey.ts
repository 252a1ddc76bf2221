import { createPublicKey } from 'node:crypto';
import { assemble, type Forgery, hmac, type Material, ownJwk, ownKeys, signer } from './jws.ts';

/** Tokens that try to choose the key by which they are verified (RFC 8725 sections 3.9 and 3.10). */
export function byKey({ header, claims, ownServer }: Material): Forgery[] {
  const own = signer('RS256', ownKeys.rsa);
  const by = (more: object) => assemble({ ...header, ...more }, claims, own);
  const jwk = { ...ownJwk(), kid: 'own', alg: 'RS256', use: 'sig' };
  const der = createPublicKey(ownKeys.rsa).export({ type: 'spki', format: 'der' });
  const { kid: _, ...withoutKid } = header;
  const kids: unknown[] = [
    '',
    'own',
    '../../../../dev/null',
    '/dev/null',
    "' union select 'own' -- ",
    '*',
    `${ownServer}/jwks.json`,
    `${header.kid}\u0000`,
    [header.kid],
    { kid: header.kid },
    null,
    0,
    '__proto__',
  ];
  return [
    ...kids.map((kid): Forgery => [`kid ${JSON.stringify(kid)}`, by({ kid })]),
    ['no kid', assemble(withoutKid, claims, own)],
    [
      'kid of an empty file, HMAC',
      assemble({ ...header, alg: 'HS256', kid: '/dev/null' }, claims, hmac('')),
    ],
    ['jwk', by({ kid: 'own', jwk })],
    ['jwk under the true kid', by({ jwk: { ...jwk, kid: header.kid } })],
    ['jku', by({ kid: 'own', jku: `${ownServer}/jwks.json` })],
    ['jku under the true kid', by({ jku: `${ownServer}/jwks.json` })],
    ['x5u', by({ x5u: `${ownServer}/own.pem` })],
    ['x5c', by({ x5c: [der.toString('base64')] })],
    ['x5t', by({ x5t: 'own', 'x5t#S256': 'own' })],
    [
      'issuer of one’s own',
      assemble({ ...header, kid: 'own' }, { ...claims, iss: ownServer }, own),
    ],
    ['crit of what nobody knows', by({ crit: ['own'], own: true })],
    ['crit and b64', by({ crit: ['b64'], b64: false })],
    ['crit of exp', by({ crit: ['exp'], exp: claims.exp })],
    ['deflated', by({ zip: 'DEF' })],
  ];
}
