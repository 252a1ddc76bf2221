/** The member whom an access token is about; null for what is no token. The API is who verifies it. */
export function memberOf(token: string): string | null {
  try {
    const [, claims = ''] = token.split('.');
    const { sub } = JSON.parse(atob(claims.replace(/-/g, '+').replace(/_/g, '/')));
    return typeof sub === 'string' ? sub : null;
  } catch {
    return null;
  }
}
