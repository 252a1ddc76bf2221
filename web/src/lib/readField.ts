type Kinds = { string: string; number: number };

/** Reads one field of an answer in JSON. Throws, naming the answer and the field, when it is something else. */
export function readField<K extends keyof Kinds>(
  from: string,
  answer: unknown,
  name: string,
  kind: K,
): Kinds[K] {
  const value: unknown = Object(answer)[name];
  // The comparison is the proof, which the compiler cannot follow through a type parameter.
  if (typeof value === kind && value !== '') return value as Kinds[K];
  throw new Error(`${from}: expected "${name}" to be a ${kind}, got ${JSON.stringify(value)}`);
}
