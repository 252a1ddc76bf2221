import type { AuthConfig } from './config.ts';
import type { Member } from './member.ts';
import type { Signer } from './signer.ts';

/** Lifetime of an access token, in seconds. */
export const ACCESS_TOKEN_SECONDS = 600;

/**
 * Returns a JWT (RFC 7519) that AppSync's OIDC mode accepts. It states who the member is and
 * whether they are an operator. `authTime` is when the password was given; a refresh does not
 * change it. `sessionId` becomes `sid` (OpenID Connect Back-Channel Logout 1.0 section 3), by which
 * live connections are closed.
 */
export async function signAccessToken(
  signer: Signer,
  config: AuthConfig,
  member: Member,
  session: { now: Date; authTime: Date; sessionId: string },
): Promise<string> {
  const issuedAt = toSeconds(session.now);
  const header = { alg: 'RS256', typ: 'JWT', kid: signer.kid };
  const claims = {
    iss: config.issuer,
    aud: config.audience,
    sub: member.id,
    sid: session.sessionId,
    name: member.displayName,
    ...(config.operators.has(member.id) ? { operator: true } : {}),
    iat: issuedAt,
    exp: issuedAt + ACCESS_TOKEN_SECONDS,
    auth_time: toSeconds(session.authTime),
  };
  const content = `${encode(header)}.${encode(claims)}`;
  const signature = await signer.sign(Buffer.from(content, 'ascii'));
  return `${content}.${Buffer.from(signature).toString('base64url')}`;
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function toSeconds(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}
