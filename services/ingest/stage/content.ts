/**
 * The fields of a staged row: the position in its JSON array, and the type in which it arrives.
 * They are the columns of `book`; the position in the file of rows that the merge may still reject;
 * and derived data of whole rows for other tables.
 *
 * Positions are permanent, like field numbers of Protocol Buffers: this version may merge a held
 * run that an earlier version staged. A new field takes the next position, wherever it is in this
 * list. A row that was staged without it has null.
 */
const FIELDS = {
  title: [0, 'varchar(500)'],
  subtitle: [1, 'varchar(500)'],
  title_reading: [2, 'varchar(500)'],
  volume: [3, 'varchar(200)'],
  edition: [4, 'varchar(200)'],
  contributors: [5, 'json'],
  publisher: [6, 'varchar(200)'],
  seller: [7, 'varchar(200)'],
  label: [8, 'varchar(200)'],
  series: [9, 'json'],
  price: [10, 'int'],
  price_with_tax: [11, 'int'],
  set_price: [12, 'int'],
  tax_rate: [13, 'int'],
  form: [14, 'varchar(200)'],
  pages: [15, 'varchar(200)'],
  description: [16, 'text'],
  cover_url: [17, 'varchar(2000)'],
  release_earliest: [18, 'char(10)'],
  release_latest: [19, 'char(10)'],
  release_precision: [20, 'varchar(16)'],
  release_text: [21, 'varchar(200)'],
  release_order: [22, 'char(16)'],
  line: [23, 'int'],
  byte_offset: [24, 'bigint'],
  raw_row: [25, 'text'],
  people: [26, 'json'],
  series_place: [27, 'json'],
} as const;

export type ContentField = keyof typeof FIELDS;

const NAMES = Object.keys(FIELDS) as ContentField[];

/** The field at each position; the position of a removed field is a gap. */
const LAYOUT = Array.from(
  { length: Math.max(...NAMES.map((name) => FIELDS[name][0])) + 1 },
  (_, position) => NAMES.find((name) => FIELDS[name][0] === position),
);

export const FIELD_COUNT = LAYOUT.length;

const PLACE_FIELDS: readonly ContentField[] = ['line', 'byte_offset', 'raw_row'];
/** Derived from the other fields, for other tables than `book`. */
const MADE_FIELDS: readonly ContentField[] = ['people', 'series_place'];
const OTHER_FIELDS = [...PLACE_FIELDS, ...MADE_FIELDS];

/** The columns of `book` that a whole row sets. */
export const BOOK_COLUMNS = NAMES.filter((name) => !OTHER_FIELDS.includes(name));

/**
 * Those of them that are derived from others. The content hash does not cover them, so they are
 * also updated on books that a row does not otherwise change.
 */
export const DERIVED_COLUMNS: readonly ContentField[] = ['release_order'];

/**
 * Returns the JSON array of a row; a missing field is null. Contributors and series are arrays in
 * it.
 */
export function toContent(fields: { [field in ContentField]?: unknown }): string {
  return JSON.stringify(LAYOUT.map((name) => (name === undefined ? null : (fields[name] ?? null))));
}

/** Returns the fields of a row's JSON array, by name. */
export function fromContent(content: string): { [field in ContentField]: unknown } {
  const values: unknown[] = JSON.parse(content);
  // One entry for each of the fields.
  return Object.fromEntries(NAMES.map((name) => [name, values[FIELDS[name][0]] ?? null])) as {
    [field in ContentField]: unknown;
  };
}

/**
 * SQL for one field in the content of the stage's row `alias`; null if the row does not have it.
 * For fields of at most 512 characters, the limit of JSON_VALUE on Aurora.
 */
export function contentOf(alias: string, field: ContentField): string {
  const text = `json_value(${alias}.content, '${pathOf(field)}')`;
  switch (FIELDS[field][1]) {
    case 'int':
    case 'bigint':
      return `cast(${text} as signed)`;
    case 'json':
      return `json_extract(${alias}.content, '${pathOf(field)}')`;
    default:
      return `cast(${text} as char(512))`;
  }
}

/** SQL for the row as in the file, whatever its length. */
export function rawRowOf(alias: string): string {
  return `json_unquote(json_extract(${alias}.content, '${pathOf('raw_row')}'))`;
}

/** SQL of a table with one row: the plain fields of the stage's row `alias` by name. */
export function contentTable(alias: string): string {
  const plain = BOOK_COLUMNS.filter((name) => FIELDS[name][1] !== 'json');
  const columns = plain.map((name) => `${name} ${FIELDS[name][1]} path '${pathOf(name)}'`);
  return `json_table(${alias}.content, '$' columns (${columns.join(', ')}))`;
}

/** The JSON path of a field in the content of the stage's rows. */
export function pathOf(field: ContentField): string {
  return `$[${FIELDS[field][0]}]`;
}
