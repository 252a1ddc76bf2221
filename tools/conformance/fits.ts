/** Whether the observation matches the expectation; a RegExp matches strings. */
export function fits(expected: unknown, seen: unknown): boolean {
  if (expected instanceof RegExp) return typeof seen === 'string' && expected.test(seen);
  if (typeof expected !== 'object' || expected === null) return Object.is(expected, seen);
  if (typeof seen !== 'object' || seen === null) return false;
  if (Array.isArray(expected) !== Array.isArray(seen)) return false;
  const [wanted, given] = [entriesOf(expected), entriesOf(seen)];
  return (
    wanted.length === given.length &&
    wanted.every(([key, value]) => Object.hasOwn(seen, key) && fits(value, read(seen, key)))
  );
}

/** As in JSON, a property without a value is omitted. */
function entriesOf(object: object): [string, unknown][] {
  return Object.entries(object).filter(([, value]) => value !== undefined);
}

function read(object: object, key: string): unknown {
  return (object as Record<string, unknown>)[key];
}
