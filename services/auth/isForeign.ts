import type { AuthRequest } from './request.ts';

/** Endpoints that rely on a cookie, which browsers send by themselves. */
const RESTS_ON_COOKIE = ['/auth/refresh', '/auth/sign-out', '/auth/sign-out-everywhere'];

/**
 * Returns whether a page of another site may have caused this request. Browsers state the source of
 * a POST in `Origin` (Fetch standard, "append a request Origin header") and `Sec-Fetch-Site` (Fetch
 * Metadata Request Headers). Both must be this site; a sibling under the same domain is another
 * site, and so is `null`. Programs send neither and have no cookies but those they were told to
 * send, so missing headers do not indicate a foreign page.
 *
 * Endpoints that rely on the cookie also require a header that no form can send and that a foreign
 * page may send only after a preflight, which is refused. Sign-in relies on a password in the body,
 * whose JSON type no form can send, so programs may call it without that header.
 */
export function isForeign({ path, headers }: AuthRequest, siteOrigin: string): boolean {
  const { origin, 'sec-fetch-site': relation } = headers;
  if (origin !== undefined && origin !== siteOrigin) return true;
  if (relation !== undefined && relation !== 'same-origin') return true;
  return RESTS_ON_COOKIE.includes(path) && headers['x-requested-with'] !== 'shinkan';
}
