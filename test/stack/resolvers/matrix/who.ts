/** Everybody who may ask the API, each by the way in which they prove it. */
export const WHO = [
  'nobody',
  'API key',
  'partner',
  'workflow',
  'administrator',
  'member A',
  'member B',
  'operator',
] as const;
export type Who = (typeof WHO)[number];
