import type { Answer } from '../lib/http/answer.ts';
import { signAccessToken } from './accessToken.ts';
import { answer, refuse } from './answer.ts';
import { findById } from './member.ts';
import type { AuthPorts } from './ports.ts';
import { clearRefreshCookie, REFRESH_COOKIE } from './refreshCookie.ts';
import type { AuthRequest } from './request.ts';
import { answerTokens } from './signIn.ts';

/**
 * `POST /auth/refresh`: exchanges the refresh cookie for a new access token and the next cookie.
 * Ends the session if the shop has disabled the member or changed the password.
 */
export async function refresh(request: AuthRequest, ports: AuthPorts): Promise<Answer> {
  const token = request.cookies[REFRESH_COOKIE];
  const now = ports.now();
  const found = token ? await ports.refreshTokens.find(token, now) : null;
  if (!token || found === null) return endSession();
  // Not yet a sign of theft, and no second branch of the session either: the newer cookie will do.
  if (found.isOvertaken) return answer(429, { error: 'slow_down', retry_after: 1 });
  const member = await findById(ports.shop, found.memberId);
  if (member === null || !member.enabled || !found.matches(member)) {
    await ports.refreshTokens.end(token, now);
    return endSession();
  }
  // The token is spent last: a shop or a key that does not respond must not cost the session.
  const accessToken = await signAccessToken(ports.signer, ports.config, member, {
    now,
    authTime: found.authTime,
    sessionId: found.sessionId,
  });
  const next = await found.replace();
  return next === null ? endSession() : answerTokens(accessToken, next);
}

/** `POST /auth/sign-out`: ends the session of the refresh cookie. */
export async function signOut(request: AuthRequest, ports: AuthPorts): Promise<Answer> {
  const token = request.cookies[REFRESH_COOKIE];
  if (token) await ports.refreshTokens.end(token, ports.now());
  return answer(204, null, [clearRefreshCookie()]);
}

/**
 * `POST /auth/sign-out-everywhere`: ends every session of the member who owns this refresh cookie.
 * Returns 204 only if none is left, and 401 for an invalid cookie, which ends nobody else's
 * session.
 */
export async function signOutEverywhere(request: AuthRequest, ports: AuthPorts): Promise<Answer> {
  const token = request.cookies[REFRESH_COOKIE];
  const isDone = token ? await ports.refreshTokens.endAll(token, ports.now()) : false;
  return isDone ? answer(204, null, [clearRefreshCookie()]) : endSession();
}

function endSession(): Answer {
  const ended = refuse(401, 'invalid_grant', 'The session has ended; sign in again.');
  return { ...ended, cookies: [clearRefreshCookie()] };
}
