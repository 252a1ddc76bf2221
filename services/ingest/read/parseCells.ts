import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';

/** How cells are separated. */
export interface CellFormat {
  delimiter: string;
  quoted: boolean;
}

/**
 * Parses the cells of complete records. Returns null if a quotation mark is misplaced. Never uses
 * the parser's option to skip bad records, which loses the rest of the file after one unclosed
 * quote.
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
