import type { AuthRequest } from './request.ts';

/** Where a request is answered by the cookie that a browser sends by itself. */
const RESTS_ON_COOKIE = ['/auth/refresh', '/auth/sign-out', '/auth/sign-out-everywhere'];

/**
 * Whether a page of another site may be behind this request. Browsers say where a POST comes from,
 * in `Origin` (Fetch standard, "append a request Origin header") and in `Sec-Fetch-Site` (Fetch
 * Metadata Request Headers), and what they say must be this site: a sibling under the same domain is
 * another one, and so is `null`. A program says neither, and has no cookie but those that it was
 * told to send, so silence is no sign of a foreign page.
 *
 * What rests on the cookie wants one thing more, a header that no form sends and that a foreign page
 * may send only after asking, which is refused: the cookie alone never is enough. Signing in rests on
 * a password in the body, whose JSON type no form sends either, so programs may do it in plain words.
 */
export function isForeign({ path, headers }: AuthRequest, siteOrigin: string): boolean {
  const { origin, 'sec-fetch-site': relation } = headers;
  if (origin !== undefined && origin !== siteOrigin) return true;
  if (relation !== undefined && relation !== 'same-origin') return true;
  return RESTS_ON_COOKIE.includes(path) && headers['x-requested-with'] !== 'shinkan';
}
