/** Returns the address of a run's page. */
export const runAddress = (id: string): string => `/operator/runs/${encodeURIComponent(id)}`;
