/** The page of a run. */
export const runAddress = (id: string): string => `/operator/runs/${encodeURIComponent(id)}`;
