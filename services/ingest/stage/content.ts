/**
 * What a staged row says, in the order of the JSON array that carries it: the columns of `book` with
 * the type that each arrives as; of rows that the merge may still reject, where they stand; and what
 * was made of whole rows.
 */
const FIELDS = [
  ['title', 'varchar(500)'],
  ['subtitle', 'varchar(500)'],
  ['title_reading', 'varchar(500)'],
  ['volume', 'varchar(200)'],
  ['edition', 'varchar(200)'],
  ['contributors', 'json'],
  ['publisher', 'varchar(200)'],
  ['seller', 'varchar(200)'],
  ['label', 'varchar(200)'],
  ['series', 'json'],
  ['price', 'int'],
  ['price_with_tax', 'int'],
  ['set_price', 'int'],
  ['tax_rate', 'int'],
  ['form', 'varchar(200)'],
  ['pages', 'varchar(200)'],
  ['description', 'text'],
  ['cover_url', 'varchar(2000)'],
  ['release_earliest', 'char(10)'],
  ['release_latest', 'char(10)'],
  ['release_precision', 'varchar(16)'],
  ['release_text', 'varchar(200)'],
  ['release_order', 'char(16)'],
  ['line', 'int'],
  ['byte_offset', 'bigint'],
  ['raw_row', 'text'],
  ['people', 'json'],
  ['series_place', 'json'],
] as const;

export type ContentField = (typeof FIELDS)[number][0];

const PLACE_FIELDS: readonly ContentField[] = ['line', 'byte_offset', 'raw_row'];
/** Made of the other fields, for what stands beside the book table. */
const MADE_FIELDS: readonly ContentField[] = ['people', 'series_place'];
const OTHER_FIELDS = [...PLACE_FIELDS, ...MADE_FIELDS];

/** The columns of `book` that a whole row brings. */
export const BOOK_COLUMNS = FIELDS.map(([name]) => name).filter(
  (name) => !OTHER_FIELDS.includes(name),
);

/** The JSON array of a row; what is not given is null. Contributors and series are arrays in it. */
export function toContent(fields: { [field in ContentField]?: unknown }): string {
  return JSON.stringify(FIELDS.map(([name]) => fields[name] ?? null));
}

/** The fields of a row's JSON array, by name. */
export function fromContent(content: string): { [field in ContentField]: unknown } {
  const values: unknown[] = JSON.parse(content);
  // One entry for each of the fields.
  return Object.fromEntries(FIELDS.map(([name], index) => [name, values[index]])) as {
    [field in ContentField]: unknown;
  };
}

/**
 * SQL for one field of the content of the stage's row `alias`; null where the row does not say.
 * For fields of at most 512 characters, which is what JSON_VALUE gives on Aurora.
 */
export function contentOf(alias: string, field: ContentField): string {
  const index = indexOf(field);
  const text = `json_value(${alias}.content, '$[${index}]')`;
  switch (FIELDS[index]?.[1]) {
    case 'int':
    case 'bigint':
      return `cast(${text} as signed)`;
    case 'json':
      return `json_extract(${alias}.content, '$[${index}]')`;
    default:
      return `cast(${text} as char(512))`;
  }
}

/** SQL for the row as it stood in the file, whatever its length. */
export function rawRowOf(alias: string): string {
  return `json_unquote(json_extract(${alias}.content, '$[${indexOf('raw_row')}]'))`;
}

/** SQL of a table with one row, the plain fields of the stage's row `alias` by their names. */
export function contentTable(alias: string): string {
  const columns = FIELDS.map(([name, type], index) =>
    type === 'json' || OTHER_FIELDS.includes(name) ? null : `${name} ${type} path '$[${index}]'`,
  );
  return `json_table(${alias}.content, '$' columns (${columns.filter(Boolean).join(', ')}))`;
}

/** Where a field of the stage's rows lies in their content, as a path of JSON. */
export function pathOf(field: ContentField): string {
  return `$[${indexOf(field)}]`;
}

function indexOf(field: ContentField): number {
  return FIELDS.findIndex(([name]) => name === field);
}
