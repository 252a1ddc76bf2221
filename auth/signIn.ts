import { z } from 'zod';
import { ACCESS_TOKEN_SECONDS, signAccessToken } from './accessToken.ts';
import { type Answer, answer, refuse } from './answer.ts';
import { authenticate } from './authenticate.ts';
import { findByLogin } from './member.ts';
import type { AuthPorts } from './ports.ts';
import { setRefreshCookie } from './refreshCookie.ts';
import { type AuthRequest, readJson } from './request.ts';
import { waitForRefusal } from './waitForRefusal.ts';

const MAX_PASSWORD_BYTES = 1024;

const credentials = z.object({ login: z.string().min(1).max(254), password: z.string().min(1) });

/**
 * `POST /auth/token`: a login and password of the shop for an access token and a refresh cookie.
 * An unknown member, a wrong password and a member who has left get one and the same answer.
 */
export async function signIn(request: AuthRequest, ports: AuthPorts): Promise<Answer> {
  const given = readJson(request, credentials);
  if (given === null || Buffer.byteLength(given.password) > MAX_PASSWORD_BYTES) {
    return refuse(400, 'invalid_request', 'Expected JSON: {"login": "…", "password": "…"}.');
  }
  const begun = performance.now();
  const found = await findByLogin(ports.shop, given.login);
  const attempt = { login: given.login, memberId: found?.id ?? null, address: request.address };
  const wait = await ports.throttle.admit(attempt, ports.now());
  if (wait > 0) {
    return answer(429, { error: 'slow_down', retry_after: wait });
  }
  const member = await authenticate(found, given.password, ports);
  if (member === null) {
    await waitForRefusal(begun, ports.config.refusalMs);
    return refuse(401, 'invalid_grant', 'The login or the password is not right.');
  }
  await ports.throttle.forgive(attempt, ports.now());
  const now = ports.now();
  const { token, sessionId } = await ports.refreshTokens.begin(member, now);
  const accessToken = await signAccessToken(ports.signer, ports.config, member, {
    now,
    authTime: now,
    sessionId,
  });
  return answerTokens(accessToken, token);
}

/** The answer that carries both tokens: the access token in the body, the other in the cookie. */
export function answerTokens(accessToken: string, refreshToken: string): Answer {
  return answer(
    200,
    { access_token: accessToken, token_type: 'Bearer', expires_in: ACCESS_TOKEN_SECONDS },
    [setRefreshCookie(refreshToken)],
  );
}
