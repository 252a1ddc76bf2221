/** The audience of access tokens (the `aud` claim): only this service's API. */
export const AUDIENCE = 'shinkan';
