/** Bars 04 and 08 to 11: tokens, ownership, live notices, abuse, injection. */
const SUITES = [
  'stack/auth/forgedTokens',
  'stack/resolvers/objectOwnership',
  'stack/resolvers/liveIsolation',
  'stack/resolvers/revokedMemberLive',
  'stack/api/abuseProbes',
  'stack/resolvers/injection',
  'stack/resolvers/injectionLive',
  'stack/auth/injectionOutsideGraphql',
];
/** Bar 07: who may read which field. */
const MATRIX = 'stack/resolvers/authMatrix';
/** Every type needs something to read, and every kind of caller must be available. */
const FOR_MATRIX = ['database', 'identity', 'roles'];

/** The test files that attack a running stack, given the parts of it that can be reached. */
export function findSuites(reach: Set<string>): { files: string[]; missing: string[] } {
  const missing = FOR_MATRIX.filter((part) => !reach.has(part));
  const names = missing.length === 0 ? [MATRIX, ...SUITES] : SUITES;
  return { files: names.map((name) => `test/${name}.test.ts`), missing };
}
