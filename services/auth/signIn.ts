import { z } from 'zod';
import type { Answer } from '../lib/http/answer.ts';
import { ACCESS_TOKEN_SECONDS, signAccessToken } from './accessToken.ts';
import { answer, refuse } from './answer.ts';
import { authenticate } from './authenticate.ts';
import { DEVICE_COOKIE } from './knownDevice.ts';
import { findByLogin } from './member.ts';
import type { AuthPorts } from './ports.ts';
import { setRefreshCookie } from './refreshCookie.ts';
import { type AuthRequest, readJson } from './request.ts';
import { waitForRefusal } from './waitForRefusal.ts';

const MAX_PASSWORD_BYTES = 1024;

const credentials = z.object({ login: z.string().min(1).max(254), password: z.string().min(1) });

/**
 * `POST /auth/token`: exchanges a login and password of the shop for an access token and a refresh
 * cookie. An unknown member, a wrong password and a member who has left get the same response.
 */
export async function signIn(request: AuthRequest, ports: AuthPorts): Promise<Answer> {
  const given = readJson(request, credentials);
  if (given === null || Buffer.byteLength(given.password) > MAX_PASSWORD_BYTES) {
    return refuse(400, 'invalid_request', 'Expected JSON: {"login": "…", "password": "…"}.');
  }
  const begun = performance.now();
  const found = await findByLogin(ports.shop, given.login);
  const deviceCookie = request.cookies[DEVICE_COOKIE];
  const attempt = {
    login: given.login,
    memberId: found?.id ?? null,
    address: request.address,
    deviceId: ports.knownDevices.recognize(deviceCookie, found, ports.now()),
  };
  const admission = await ports.throttle.admit(attempt, ports.now());
  if ('limit' in admission) {
    ports.countRefusal(admission.limit);
    return slowDown(admission.seconds);
  }
  const member = await authenticate(found, given.password, ports);
  if (member === null) {
    ports.countRefusal('password');
    await waitForRefusal(begun, ports.config.refusalMs);
    return refuse(401, 'invalid_grant', 'The login or the password is not right.');
  }
  await admission.forgive();
  const now = ports.now();
  const { token, sessionId } = await ports.refreshTokens.begin(member, now);
  const accessToken = await signAccessToken(ports.signer, ports.config, member, {
    now,
    authTime: now,
    sessionId,
  });
  const answered = answerTokens(accessToken, token);
  const known = ports.knownDevices.remember(deviceCookie, member, now);
  return { ...answered, cookies: [...(answered.cookies ?? []), known] };
}

/** The same response for every limit, in its body and in a header (RFC 9110 section 10.2.3). */
function slowDown(seconds: number): Answer {
  const refused = answer(429, { error: 'slow_down', retry_after: seconds });
  return { ...refused, headers: { ...refused.headers, 'retry-after': String(seconds) } };
}

/**
 * The response that carries both tokens: the access token in the body, the refresh token in the
 * cookie.
 */
export function answerTokens(accessToken: string, refreshToken: string): Answer {
  return answer(
    200,
    { access_token: accessToken, token_type: 'Bearer', expires_in: ACCESS_TOKEN_SECONDS },
    [setRefreshCookie(refreshToken)],
  );
}
