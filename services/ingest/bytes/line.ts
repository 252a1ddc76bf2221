/** One physical line of the file, without its end. */
export interface Line {
  text: string;
  /** Counted from 1. */
  line: number;
  /** Where it begins in the file's bytes. */
  byteOffset: number;
  /** False for a last line that has no line end. */
  terminated: boolean;
  /** Longer than a record may be; `text` holds its beginning. */
  tooLong: boolean;
}

/** The most bytes that one record may have. */
export const MOST_RECORD_BYTES = 65_536;
