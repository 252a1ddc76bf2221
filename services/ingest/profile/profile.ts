import { z } from 'zod';

const field = z.enum([
  'action',
  'recordId',
  'isbn',
  'title',
  'subtitle',
  'titleReading',
  'volume',
  'edition',
  'contributors',
  'publisher',
  'seller',
  'label',
  'series',
  'seriesNumber',
  'price',
  'priceWithTax',
  'setPrice',
  'taxRate',
  'form',
  'pages',
  'description',
  'coverUrl',
  'release',
  'releaseKind',
  'publicFrom',
  'priceFrom',
  'updatedAt',
  // Validated but not stored.
  'none',
]);

const kind = z.enum([
  'text',
  'isbn',
  'release',
  'price',
  'setPrice',
  'statement',
  'people',
  'series',
  'day',
  'instant',
  'choice',
  'integer',
  'address',
]);

const ONIX_FORMATS = [
  '00',
  '01',
  '02',
  '03',
  '04',
  '05',
  '06',
  '07',
  '08',
  '09',
  '10',
  '11',
] as const;

const column = z.strictObject({
  /** As in the header; for a file without header, the name in messages. */
  name: z.string().min(1),
  /** Other names of the column in the header. */
  aliases: z.array(z.string().min(1)).default([]),
  field,
  kind,
  /** In characters; for text only. */
  maxLength: z.int().positive().default(200),
  lineBreaks: z.boolean().default(false),
  /** For a choice: maps each allowed text to its value. */
  choices: z.record(z.string(), z.string()).optional(),
  /** For a release: a format of ONIX code list 55, if the cells use one. */
  onixFormat: z.enum(ONIX_FORMATS).optional(),
  /** Whether the header must contain it. */
  required: z.boolean().default(false),
});

const action = z.enum(['UPSERT', 'CANCEL', 'PRICE']);

/** The schema of a feed profile's JSON file. */
export const profileSchema = z.strictObject({
  /** For editors that support JSON Schema. */
  $schema: z.string().optional(),
  /** Also the file's name. */
  name: z.string().regex(/^[a-z0-9-]{1,32}$/),
  /** The default encoding of files; `utf-16` takes its byte order from the mark. */
  encoding: z.enum(['utf-8', 'windows-31j', 'euc-jp', 'utf-16', 'utf-16le', 'utf-16be']),
  delimiter: z.enum([',', '\t', ';', '|']),
  /** Whether RFC 4180 quoting applies; if false, a quotation mark is data. */
  quoted: z.boolean(),
  /**
   * `named`: the first row names the columns, in any order. `optional`: the columns have a fixed
   * order, and the first row is a header if its first cell is the first column's name.
   */
  header: z.enum(['named', 'optional']),
  /** `required`: every line of a whole file is terminated, so an unterminated one was truncated. */
  finalNewline: z.enum(['required', 'optional']),
  columns: z.array(column).min(1).max(64),
  /** Between people, and between the parts of one, in a cell of kind `people`. */
  separators: z.strictObject({ person: z.string(), part: z.string() }),
  /** The action of rows without an action column, and the fields that each action requires. */
  defaultAction: action.optional(),
  needs: z.record(action, z.array(field)),
  /** `record-id`: the partner names each record. `content`: ISBN and title, or a digest. */
  key: z.enum(['record-id', 'content']),
  /** Pattern for the business date in the file's name, as eight digits in the group `date`. */
  baseDate: z.string(),
  /** Pattern for names of files that list every upcoming book; null if there are none. */
  fullFile: z.string().nullable(),
  /** How many consecutive full files must leave out a book before it becomes unconfirmed. */
  absences: z.int().min(1).default(1),
  /** Members are not told of a move by fewer days than this; 1: they are told of every move. */
  tellMovesFromDays: z.int().min(1).max(366).default(1),
  /** The source of a row's time if it states none. */
  updatedAt: z.enum(['column', 'base-date']),
  /** Placeholders for "no date" in a release column. */
  unknownDates: z.array(z.string()).default([]),
});

export type Field = z.infer<typeof field>;
export type Column = z.infer<typeof column>;
export type Action = z.infer<typeof action>;
export type Encoding = z.infer<typeof profileSchema>['encoding'];
/** How one partner's files are read. */
export type Profile = z.infer<typeof profileSchema>;
