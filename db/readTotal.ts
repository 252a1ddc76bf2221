import type { Database, Value } from './database.ts';

/** Returns the number that a statement selects as `total`; 0 if it selects no row. */
export async function readTotal(
  database: Database,
  sql: string,
  values: { [name: string]: Value } = {},
): Promise<number> {
  const [row] = await database.query<{ total: number }>(sql, values);
  return row?.total ?? 0;
}
