import { type PreparedSql, readSql } from './readSql.ts';

/** How many texts are cached: more than a product has, and at most 32 MB of the longest. */
const most = 256;

/** Parses each SQL text once while it stays among the most recently used ones. */
export function rememberSql(): (text: string) => PreparedSql {
  const known = new Map<string, PreparedSql>();
  return (text) => {
    const found = known.get(text);
    const prepared = found ?? readSql(text);
    // A map keeps insertion order, so the first key is the least recently used.
    if (found !== undefined) known.delete(text);
    known.set(text, prepared);
    if (known.size > most) known.delete(known.keys().next().value ?? '');
    return prepared;
  };
}
