/** The `__Host-` prefix binds the cookie to this host, https and the root path (RFC 6265bis). */
export const REFRESH_COOKIE = '__Host-rt';

const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Strict';
const MAX_AGE_SECONDS = 30 * 86_400;

/** The cookie that carries a refresh token. */
export function setRefreshCookie(token: string): string {
  return `${REFRESH_COOKIE}=${token}; ${ATTRIBUTES}; Max-Age=${MAX_AGE_SECONDS}`;
}

/** The cookie that removes a refresh token. */
export function clearRefreshCookie(): string {
  return `${REFRESH_COOKIE}=; ${ATTRIBUTES}; Max-Age=0`;
}
