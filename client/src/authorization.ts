/** The headers that sign one request or one live subscription. */
export type AuthorizationHeaders = { [name: string]: string };

/** Gives the headers anew for each request, since an access token does not live long. */
export type Authorization = () => AuthorizationHeaders | Promise<AuthorizationHeaders>;

/** Who asks. With both, the access token is used while there is one. */
export interface Credentials {
  /** For public reading. */
  apiKey?: string;
  /** The member's access token; null while nobody is signed in. */
  accessToken?: () => string | null | Promise<string | null>;
}

/** The headers for these credentials, as AppSync tells its ways to sign apart. */
export function authorizationFor({ apiKey, accessToken }: Credentials): Authorization {
  return async () => {
    const token = await accessToken?.();
    if (token) return { Authorization: `Bearer ${token}` };
    if (apiKey !== undefined) return { 'x-api-key': apiKey };
    throw new Error('No access token and no API key: Shinkan answers neither without');
  };
}
