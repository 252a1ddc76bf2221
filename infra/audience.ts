/** Whom access tokens are for (the `aud` claim): the API of this service and nothing else. */
export const AUDIENCE = 'shinkan';
