/**
 * A column that is passed in a JSON array: its name in the table and the SQL type in which it
 * arrives.
 */
export type JsonColumn = readonly [name: string, type: string];

/** Text for one JSON_TABLE call: 1 MB was faster than 256 KB and 3 MB, and fits a 4 MB request. */
export const MOST_JSON_BYTES = 1_000_000;

/** Returns an insert that reads its rows from the JSON array bound to `:rows`. */
export function insertFromJson(
  table: string,
  columns: readonly JsonColumn[],
  fixed: { [column: string]: string },
): string {
  const names = columns.map(([name]) => name);
  const shapes = columns.map(([name, type], index) => `${name} ${type} path '$[${index}]'`);
  return (
    `insert into ${table} (${[...Object.keys(fixed), ...names].join(', ')}) ` +
    `select ${[...Object.values(fixed), ...names.map((name) => `r.${name}`)].join(', ')} ` +
    `from json_table(:rows, '$[*]' columns (${shapes.join(', ')})) r`
  );
}
