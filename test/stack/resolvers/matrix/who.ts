/** Everybody who may call the API, by the way in which they prove their identity. */
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
