/** Returns the new data, but with the previous objects wherever they are equal. */
export function keepEqual<Data>(before: unknown, found: Data): Data {
  if (Object.is(before, found) || !isObject(before) || !isObject(found)) return found;
  if (Array.isArray(before) !== Array.isArray(found)) return found;
  const kept = Object.entries(found).map(([key, value]) => [key, keepEqual(before[key], value)]);
  const isSame =
    kept.length === Object.keys(before).length &&
    kept.every(([key, value]) => Object.is(before[String(key)], value));
  if (isSame) return before as Data;
  return (Array.isArray(found) ? kept.map(([, value]) => value) : Object.fromEntries(kept)) as Data;
}

const isObject = (value: unknown): value is { [key: string]: unknown } =>
  typeof value === 'object' && value !== null;
