import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { ACCESS_TOKEN_SECONDS, signAccessToken } from './accessToken.ts';
import { type Answer, answer, refuse } from './answer.ts';
import { DEVICE_COOKIE } from './knownDevice.ts';
import { findByLogin, type Member } from './member.ts';
import { verifyPassword } from './password/verifyPassword.ts';
import type { AuthPorts } from './ports.ts';
import { setRefreshCookie } from './refreshCookie.ts';
import { type AuthRequest, readJson } from './request.ts';

const MAX_PASSWORD_BYTES = 1024;

/** Well above any of the hashes, so that the time tells neither the format nor whether one was found. */
const FLOOR_MS = 500;

// What an unknown member is checked against: bcrypt of cost 10, as most members have, of 32 random
// bytes that were thrown away.
const NOBODY = '{bcrypt}$2b$10$OaQKy/aigfXgj4sJqSrSUO/Ygzg2Cp6RY20j.7495AhCyKEGfM62K';

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
    await sleep(Math.max(0, FLOOR_MS - (performance.now() - begun)));
    return refuse(401, 'invalid_grant', 'The login or the password is not right.');
  }
  await admission.forgive();
  const now = ports.now();
  const accessToken = await signAccessToken(ports.signer, ports.config, member, {
    now,
    authTime: now,
  });
  const answered = answerTokens(accessToken, await ports.refreshTokens.begin(member, now));
  const known = ports.knownDevices.remember(deviceCookie, member, now);
  return { ...answered, cookies: [...(answered.cookies ?? []), known] };
}

/** One answer for every limit, in its body and in a header (RFC 9110 section 10.2.3). */
function slowDown(seconds: number): Answer {
  const refused = answer(429, { error: 'slow_down', retry_after: seconds });
  return { ...refused, headers: { ...refused.headers, 'retry-after': String(seconds) } };
}

/** The answer that carries both tokens: the access token in the body, the other in the cookie. */
export function answerTokens(accessToken: string, refreshToken: string): Answer {
  return answer(
    200,
    { access_token: accessToken, token_type: 'Bearer', expires_in: ACCESS_TOKEN_SECONDS },
    [setRefreshCookie(refreshToken)],
  );
}

async function authenticate(
  member: Member | null,
  password: string,
  ports: AuthPorts,
): Promise<Member | null> {
  const verdict = await verifyPassword(password, member?.passwordHash ?? NOBODY);
  if (verdict === 'unknown-format' || verdict === 'malformed') {
    ports.warn(`A stored password cannot be checked: ${verdict}`);
  }
  return verdict === 'right' && member?.enabled ? member : null;
}
