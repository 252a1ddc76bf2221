/** Tokens, whose is what, live notices, abuse, injection. */
const BARS = ['bar04.', 'bar08.', 'bar09.', 'bar10.', 'bar11.'];
/** Who may read what. Its mutants are no questions to a running stack. */
const MATRIX = 'bar07.test.';
/** Of every type there must be something to read, and everybody must be there who may ask. */
const FOR_MATRIX = ['database', 'identity', 'roles'];

/** The test files that attack a running stack, by how their paths go on, given the parts that it gives a way to. */
export function findSuites(reach: Set<string>): { files: string[]; missing: string[] } {
  const missing = FOR_MATRIX.filter((part) => !reach.has(part));
  const names = missing.length === 0 ? [MATRIX, ...BARS] : BARS;
  return { files: names.map((name) => `/${name}`), missing };
}
