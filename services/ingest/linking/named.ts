import type { Value } from '../../../db/database.ts';

/** Names that books state, as SQL of a table and what that binds. */
export interface Named {
  table: string;
  values: { [name: string]: Value };
}

/** The columns of JSON_TABLE for a `Person` or a `SeriesPlace`, which begin alike. */
export const NAME_COLUMNS = `
  id varchar(40) path '$[0]', name_key varchar(191) path '$[1]', name varchar(500) path '$[2]',
  reading varchar(500) path '$[3]'`;

/** The columns of JSON_TABLE for a list of `Person`: a row for each part that someone has. */
export const PEOPLE_COLUMNS = `
  place for ordinality, ${NAME_COLUMNS}, nested path '$[4][*]' columns (role varchar(16) path '$')`;

/** The columns of JSON_TABLE for a `SeriesPlace`. */
export const SERIES_COLUMNS = `${NAME_COLUMNS}, number decimal(8, 2) path '$[4]'`;

/** SQL for an id that came in JSON, so that it is compared as ids are kept. */
export function asId(expression: string): string {
  return `cast(${expression} as char(120) character set ascii)`;
}
