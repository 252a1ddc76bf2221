import type { KeyObject } from 'node:crypto';
import { assemble, type Forgery, type Material, signer } from './jws.ts';

/**
 * Tokens signed by the true key that the API must reject: for another audience, time or kind. Only
 * the sign-in could make one.
 */
export function byClaims({ header, claims }: Material, key: KeyObject): Forgery[] {
  const now = Math.floor(Date.now() / 1000);
  const sign = (more: object, without?: string, head: object = header, alg = 'RS256') => {
    const said: { [name: string]: unknown } = { ...claims, ...more };
    if (without !== undefined) delete said[without];
    return assemble(head, said, signer(alg, key));
  };
  const claiming = (name: string, ...values: unknown[]): Forgery[] =>
    values.map((value) => [`${name} ${JSON.stringify(value)}`, sign({ [name]: value })]);
  const issuer = String(claims.iss);
  const audience = String(claims.aud);
  return [
    ...claiming(
      'iss',
      `${issuer}/`,
      `${issuer}//`,
      issuer.replace('://', '://www.'),
      `${issuer}.example`,
    ),
    ...claiming(
      'iss',
      issuer.toUpperCase(),
      issuer.replace(/^http/, 'ftp'),
      ` ${issuer}`,
      '',
      null,
      [issuer],
    ),
    ['no iss', sign({}, 'iss')],
    ...claiming('aud', 'another', `${audience}-2`, `my-${audience}`, audience.toUpperCase(), ''),
    ...claiming('aud', null, [], ['another'], [[audience]], { [audience]: true }),
    ['no aud', sign({}, 'aud')],
    ...claiming(
      'exp',
      now - 1,
      0,
      -1,
      now - 0.5,
      String(now + 600),
      null,
      true,
      [now + 600],
      'never',
    ),
    ['no exp', sign({}, 'exp')],
    ['issued an hour ago, for ten years', sign({ iat: now - 3600, exp: now + 315_360_000 })],
    ...claiming('nbf', now + 600, String(now - 600), 'now'),
    ...claiming('iat', now + 3600, String(now), null, 'now'),
    ['no iat', sign({}, 'iat')],
    ...claiming('sub', '', null, [claims.sub], { id: claims.sub }, 7, true),
    ['no sub', sign({}, 'sub')],
    ...['refresh+jwt', 'logout+jwt', 'secevent+jwt', 'dpop+jwt', 'JWS'].map(
      (typ): Forgery => [`typ ${typ}`, sign({}, undefined, { ...header, typ })],
    ),
    ...['RS384', 'RS512', 'PS256', 'PS384', 'PS512'].map(
      (alg): Forgery => [`${alg} by the true key`, sign({}, undefined, { ...header, alg }, alg)],
    ),
    ['RS384 that says RS256', sign({}, undefined, header, 'RS384')],
    [
      'crit of what nobody knows, truly signed',
      sign({}, undefined, { ...header, crit: ['x'], x: 1 }),
    ],
    ['b64 false, truly signed', sign({}, undefined, { ...header, crit: ['b64'], b64: false })],
  ];
}
