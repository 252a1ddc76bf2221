import type { PlainEncoding } from './byteOrderMark.ts';
import { createBlockDecoder } from './decodeLines.ts';
import { labelOf, unitOf } from './encodings.ts';
import { join } from './join.ts';
import { type Line, MOST_RECORD_BYTES } from './line.ts';

const KEPT_OF_TOO_LONG = 2048;
/** Older systems end a text with this character. */
const END_OF_FILE = '\u001a';

/**
 * Splits bytes at LF and decodes the lines; an unfinished line waits for more bytes. Keeps only the
 * beginning of a line that exceeds the record limit.
 *
 * @param skipped bytes of the file before the first line
 */
export function createCutter(encoding: PlainEncoding, skipped: number) {
  const unit = unitOf(encoding);
  const decode = createBlockDecoder(encoding);
  const newline = newlineOf(encoding);
  let rest: Uint8Array = new Uint8Array(0);
  let offset = skipped;
  let line = 1;
  /** The beginning of an overlong line whose end has not been read. */
  let cutOff: Line | null = null;

  return {
    cut(more: Uint8Array): Line[] {
      const searched = rest.length;
      const buffer = join(rest, more);
      const lines: Line[] = [];
      let block: number[] = [];
      let from = 0;
      for (let end = find(buffer, searched); end >= 0; end = find(buffer, from)) {
        if (cutOff || end - from > MOST_RECORD_BYTES) {
          lines.push(...takeBlock(buffer, block, from), endLong(buffer.subarray(from, end)));
          block = [];
        } else {
          block.push(from);
        }
        from = end + unit;
      }
      lines.push(...takeBlock(buffer, block, from));
      rest = buffer.subarray(from);
      if (rest.length > MOST_RECORD_BYTES) {
        cutOff ??= beginLong(rest);
        offset += rest.length;
        rest = new Uint8Array(0);
      }
      return lines;
    },
    finish(): Line[] {
      if (cutOff) return [{ ...cutOff, terminated: false }];
      const bytes = join(rest, newline);
      const [text = ''] = decode({ bytes, starts: [0], line, offset });
      const shown = text.endsWith(END_OF_FILE) ? text.slice(0, -1) : text;
      if (shown === '') return [];
      return [{ text: shown, line, byteOffset: offset, terminated: false, tooLong: false }];
    },
  };

  function find(buffer: Buffer, from: number): number {
    let at = buffer.indexOf(newline, from);
    // Two bytes across two characters may look like a line end.
    while (at >= 0 && at % unit !== 0) at = buffer.indexOf(newline, at + 1);
    return at;
  }

  function takeBlock(buffer: Uint8Array, starts: number[], end: number): Line[] {
    const [first] = starts;
    if (first === undefined) return [];
    const bytes = buffer.subarray(first, end);
    const fromFirst = starts.map((start) => start - first);
    const texts = decode({ bytes, starts: fromFirst, line, offset });
    const lines = texts.map((text, index) => ({
      text,
      line: line + index,
      byteOffset: offset + (fromFirst[index] ?? 0),
      terminated: true,
      tooLong: false,
    }));
    offset += bytes.length;
    line += lines.length;
    return lines;
  }

  function beginLong(bytes: Uint8Array): Line {
    const text = new TextDecoder(labelOf(encoding)).decode(bytes.subarray(0, KEPT_OF_TOO_LONG));
    return { text, line, byteOffset: offset, terminated: true, tooLong: true };
  }

  function endLong(bytes: Uint8Array): Line {
    const long = cutOff ?? beginLong(bytes);
    cutOff = null;
    offset += bytes.length + unit;
    line += 1;
    return long;
  }
}

function newlineOf(encoding: PlainEncoding): Buffer {
  if (encoding === 'utf-16be') return Buffer.of(0, 0x0a);
  return encoding === 'utf-16le' ? Buffer.of(0x0a, 0) : Buffer.of(0x0a);
}
