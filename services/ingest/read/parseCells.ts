import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';

/** How cells are told apart. */
export interface CellFormat {
  delimiter: string;
  quoted: boolean;
}

/**
 * The cells of records that are each complete. Null when a quotation mark stands where none may.
 * The parser's own way of skipping bad records loses whole files behind one open quote, so it is
 * never asked to skip.
 */
export function parseCells(records: string[], format: CellFormat): string[][] | null {
  try {
    const rows: string[][] = parse(records.join('\n'), {
      delimiter: format.delimiter,
      quote: format.quoted ? '"' : false,
      escape: format.quoted ? '"' : null,
      record_delimiter: '\n',
      relax_column_count: true,
    });
    return rows.length === records.length ? rows : null;
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}
