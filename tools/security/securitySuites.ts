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
/** Of every type there must be something to read, and everybody must be there who may ask. */
const FOR_MATRIX = ['database', 'identity', 'roles'];

/** The test files that attack a running stack, by how their paths go on, given the parts that it gives a way to. */
export function findSuites(reach: Set<string>): { files: string[]; missing: string[] } {
  const missing = FOR_MATRIX.filter((part) => !reach.has(part));
  const names = missing.length === 0 ? [MATRIX, ...SUITES] : SUITES;
  return { files: names.map((name) => `test/${name}.test.ts`), missing };
}
