/** One physical line of the file, without its line end. */
export interface Line {
  text: string;
  /** Counted from 1. */
  line: number;
  /** Offset of its beginning in the file. */
  byteOffset: number;
  /** False for a last line without a line end. */
  terminated: boolean;
  /** Exceeds the record limit; `text` has only its beginning. */
  tooLong: boolean;
}

/** The maximum size of a record in bytes. */
export const MOST_RECORD_BYTES = 65_536;
