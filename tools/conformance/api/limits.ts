/** The depth that the API allows, and how many resolvers it runs for a request. */
export const LIMITS = { depth: 5, resolvers: 20 };
