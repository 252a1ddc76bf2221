/** The headers that authorize one request or one live subscription. */
export type AuthorizationHeaders = { [name: string]: string };

/** Returns fresh headers for each request, since an access token is short-lived. */
export type Authorization = () => AuthorizationHeaders | Promise<AuthorizationHeaders>;

/** The caller's credentials. With both, the access token is used while there is one. */
export interface Credentials {
  /** For public reads. */
  apiKey?: string;
  /** Returns the member's access token; null while signed out. */
  accessToken?: () => string | null | Promise<string | null>;
}

/**
 * Returns the headers for these credentials in the form by which AppSync tells its authorization
 * modes apart.
 */
export function authorizationFor({ apiKey, accessToken }: Credentials): Authorization {
  return async () => {
    const token = await accessToken?.();
    if (token) return { Authorization: `Bearer ${token}` };
    if (apiKey !== undefined) return { 'x-api-key': apiKey };
    throw new Error('No access token and no API key: Shinkan requires one of them');
  };
}
