import type { Value } from '../../../db/database.ts';

/** Names stated by books: SQL of a table and its bound values. */
export interface Named {
  table: string;
  values: { [name: string]: Value };
}

/** The JSON_TABLE columns that `Person` and `SeriesPlace` have in common. */
export const NAME_COLUMNS = `
  id varchar(40) path '$[0]', name_key varchar(191) path '$[1]', name varchar(500) path '$[2]',
  reading varchar(500) path '$[3]'`;

/** The JSON_TABLE columns for a list of `Person`: one row per role. */
export const PEOPLE_COLUMNS = `
  place for ordinality, ${NAME_COLUMNS}, nested path '$[4][*]' columns (role varchar(16) path '$')`;

/** The JSON_TABLE columns for a `SeriesPlace`. */
export const SERIES_COLUMNS = `${NAME_COLUMNS}, number decimal(8, 2) path '$[4]'`;

/** SQL that converts an id from JSON to the type and collation of stored ids. */
export function asId(expression: string): string {
  return `cast(${expression} as char(120) character set ascii)`;
}
