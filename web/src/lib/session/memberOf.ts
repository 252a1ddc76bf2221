/**
 * Returns the member id in an access token; null if it is not a token. Only the API verifies it.
 */
export function memberOf(token: string): string | null {
  try {
    const [, claims = ''] = token.split('.');
    const { sub } = JSON.parse(atob(claims.replace(/-/g, '+').replace(/_/g, '/')));
    return typeof sub === 'string' ? sub : null;
  } catch {
    return null;
  }
}
