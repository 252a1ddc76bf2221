type Kinds = { string: string; number: number };

/**
 * Reads one field of a JSON response. Throws an error that names the response and the field if it
 * has another type.
 */
export function readField<K extends keyof Kinds>(
  from: string,
  answer: unknown,
  name: string,
  kind: K,
): Kinds[K] {
  const value: unknown = Object(answer)[name];
  // The comparison proves the type, but the compiler cannot follow it through a type parameter.
  if (typeof value === kind && value !== '') return value as Kinds[K];
  throw new Error(`${from}: expected "${name}" to be a ${kind}, got ${JSON.stringify(value)}`);
}
