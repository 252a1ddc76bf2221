import type { JWK } from 'jose';

/**
 * The documents that a verifier reads, by path: OpenID Connect Discovery 1.0 section 3 and RFC 7517
 * section 5. `issuer` is repeated verbatim, because verifiers compare it exactly.
 */
export function describeIssuer(issuer: string, keys: JWK[]): { [path: string]: object } {
  const base = issuer.replace(/\/$/, '');
  return {
    '.well-known/openid-configuration': {
      issuer,
      jwks_uri: `${base}/.well-known/jwks.json`,
      token_endpoint: `${base}/auth/token`,
      response_types_supported: ['token'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      claims_supported: ['iss', 'aud', 'sub', 'sid', 'name', 'operator', 'iat', 'exp', 'auth_time'],
    },
    '.well-known/jwks.json': { keys },
  };
}
