import type { Encoding } from '../profile.ts';
import { RefusedFile } from '../refusedFile.ts';
import { explainEncoding } from './explainEncoding.ts';

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
const KEPT_OF_TOO_LONG = 2048;
const NEWLINE = 0x0a;
/** Older systems end a text with this byte. */
const END_OF_FILE = 0x1a;

/**
 * Decodes a file and cuts it into lines, some thousands at a time. Bytes are cut before they are
 * decoded: 0x0A is never part of a longer character, neither in UTF-8 nor in windows-31j.
 * Throws `RefusedFile` for bytes that the encoding does not have, NUL and UTF-16.
 */
export async function* readLines(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<Line[]> {
  const decode = decoderOf(encoding);
  let rest: Uint8Array = new Uint8Array(0);
  let offset = 0;
  let line = 1;
  let started = false;
  /** The beginning of a line that is too long, while its end has not come. */
  let cut: Line | null = null;

  const take = (part: Uint8Array, terminated: boolean): Line => {
    const tooLong = cut !== null || part.length > MOST_RECORD_BYTES;
    const taken: Line = cut ?? toLine(part, tooLong, terminated);
    cut = null;
    offset += part.length + (terminated ? 1 : 0);
    line += 1;
    return { ...taken, terminated };
  };
  const toLine = (part: Uint8Array, tooLong: boolean, terminated: boolean): Line => {
    const shown = tooLong
      ? new TextDecoder(labelOf(encoding)).decode(part.subarray(0, KEPT_OF_TOO_LONG))
      : decode(part, line, offset);
    const text = terminated && shown.endsWith('\r') ? shown.slice(0, -1) : shown;
    return { text, line, byteOffset: offset, terminated, tooLong };
  };

  for await (const chunk of bytes) {
    if (chunk.length === 0) continue;
    let buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    if (!started) {
      if (buffer.length < 3) {
        rest = buffer;
        continue;
      }
      started = true;
      const skipped = skipByteOrderMark(buffer, encoding);
      offset += skipped;
      buffer = buffer.subarray(skipped);
    }
    refuseNul(buffer, offset);
    const lines: Line[] = [];
    let from = 0;
    for (let at = buffer.indexOf(NEWLINE); at >= 0; at = buffer.indexOf(NEWLINE, from)) {
      lines.push(take(buffer.subarray(from, at), true));
      from = at + 1;
    }
    rest = buffer.subarray(from);
    if (rest.length > MOST_RECORD_BYTES) {
      cut ??= toLine(rest, true, false);
      offset += rest.length;
      rest = new Uint8Array(0);
    }
    if (lines.length > 0) yield lines;
  }
  if (!started) refuseNul(rest, offset);
  if (rest.length > 0 && rest[rest.length - 1] === END_OF_FILE) rest = rest.subarray(0, -1);
  if (rest.length > 0 || cut) yield [take(rest, false)];
}

function skipByteOrderMark(bytes: Uint8Array, encoding: Encoding): number {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new RefusedFile(
      'wrong-encoding',
      `ファイルはUTF-16です。${encoding}で保存し直してください。`,
      `The file is UTF-16; expected ${encoding}.`,
    );
  }
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (hasMark && encoding !== 'utf-8') {
    throw new RefusedFile(
      'wrong-encoding',
      `ファイルはUTF-8(BOM付き)ですが、${encoding}と指定されています。`,
      `The file begins with the UTF-8 byte order mark; expected ${encoding}.`,
    );
  }
  return hasMark ? 3 : 0;
}

function refuseNul(bytes: Uint8Array, offset: number): void {
  const at = bytes.indexOf(0);
  if (at < 0) return;
  throw new RefusedFile(
    'nul-byte',
    `${offset + at}バイト目にNUL文字があります。テキストファイルではないか、壊れています。`,
    `There is a NUL byte at offset ${offset + at}: this is no text file, or it is damaged.`,
  );
}

function labelOf(encoding: Encoding): string {
  // The web's name for what Windows calls code page 932.
  return encoding === 'windows-31j' ? 'shift_jis' : 'utf-8';
}

function decoderOf(encoding: Encoding) {
  const decoder = new TextDecoder(labelOf(encoding), { fatal: true, ignoreBOM: true });
  return (bytes: Uint8Array, line: number, offset: number): string => {
    try {
      return decoder.decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw explainEncoding(bytes, encoding, line, offset);
    }
  };
}
