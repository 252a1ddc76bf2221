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
  // Checked and not kept.
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
  /** As the header has it; for a file without header, what messages call it. */
  name: z.string().min(1),
  /** Other names that the header may give the column. */
  aliases: z.array(z.string().min(1)).default([]),
  field,
  kind,
  /** Characters; for text only. */
  maxLength: z.int().positive().default(200),
  lineBreaks: z.boolean().default(false),
  /** For a choice: each allowed text and what it stands for. */
  choices: z.record(z.string(), z.string()).optional(),
  /** For a release: a format of ONIX code list 55, when the cells hold one. */
  onixFormat: z.enum(ONIX_FORMATS).optional(),
  /** Whether the header must have it. */
  required: z.boolean().default(false),
});

const action = z.enum(['UPSERT', 'CANCEL', 'PRICE']);

/** A feed profile as its JSON file has it. */
export const profileSchema = z.strictObject({
  /** For editors that know JSON Schema. */
  $schema: z.string().optional(),
  /** The file is called after it. */
  name: z.string().regex(/^[a-z0-9-]{1,32}$/),
  /** The encoding of a file for which none is named; `utf-16` takes its byte order from the mark. */
  encoding: z.enum(['utf-8', 'windows-31j', 'euc-jp', 'utf-16', 'utf-16le', 'utf-16be']),
  delimiter: z.enum([',', '\t', ';', '|']),
  /** RFC 4180 quotes; false when a quotation mark is data. */
  quoted: z.boolean(),
  /** `named`: the first row names the columns, in any order. `optional`: the columns have a fixed
   * order, and the first row is a header if its first cell is the first column's name. */
  header: z.enum(['named', 'optional']),
  /** `required`: every line of a whole file is terminated, so one that is not was cut off. */
  finalNewline: z.enum(['required', 'optional']),
  columns: z.array(column).min(1).max(64),
  /** Between people, and between the parts of one, in a cell of kind `people`. */
  separators: z.strictObject({ person: z.string(), part: z.string() }),
  /** What a row asks for that has no column for it, and which fields each action must have. */
  defaultAction: action.optional(),
  needs: z.record(action, z.array(field)),
  /** `record-id`: the partner names each record. `content`: ISBN and title, or a digest. */
  key: z.enum(['record-id', 'content']),
  /** Where the file's name holds its business date, as eight digits in the group `date`. */
  baseDate: z.string(),
  /** What a file's name holds that lists every upcoming book; null when no file does. */
  fullFile: z.string().nullable(),
  /** How many full files in a row must leave a book out before it counts as unconfirmed. */
  absences: z.int().min(1).default(1),
  /** Members do not hear of a move by fewer days than this; 1: they hear of every one. */
  tellMovesFromDays: z.int().min(1).max(366).default(1),
  /** The time of a row without one of its own. */
  updatedAt: z.enum(['column', 'base-date']),
  /** Stand-ins for "no date" in a release column. */
  unknownDates: z.array(z.string()).default([]),
});

export type Field = z.infer<typeof field>;
export type Column = z.infer<typeof column>;
export type Action = z.infer<typeof action>;
export type Encoding = z.infer<typeof profileSchema>['encoding'];
/** How one partner's files are read. */
export type Profile = z.infer<typeof profileSchema>;
