import { type PreparedSql, readSql } from './readSql.ts';

/** How many texts are remembered: more than a product has, and at most 32 MB of the longest. */
const most = 256;

/** Reads each SQL text once, as long as it stays among the last that were used. */
export function rememberSql(): (text: string) => PreparedSql {
  const known = new Map<string, PreparedSql>();
  return (text) => {
    const found = known.get(text);
    const prepared = found ?? readSql(text);
    // A map keeps the order in which its keys were put in: the first is the one unused for the longest time.
    if (found !== undefined) known.delete(text);
    known.set(text, prepared);
    if (known.size > most) known.delete(known.keys().next().value ?? '');
    return prepared;
  };
}
