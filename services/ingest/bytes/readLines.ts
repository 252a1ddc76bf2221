import type { Encoding } from '../profile/profile.ts';
import { readBeginning } from './byteOrderMark.ts';
import { createCutter } from './cutLines.ts';
import { unitOf } from './encodings.ts';
import { join } from './join.ts';
import type { Line } from './line.ts';
import { createUnifier } from './unifyLineEnds.ts';

/**
 * Decodes a file into lines, some thousands at a time. Splits the bytes at LF before decoding: in
 * UTF-8, windows-31j and EUC-JP its byte is never part of a longer character, and in UTF-16 it is
 * at an even offset. CRLF, LF and, in a file that has no other, CR end a line. Throws `RefusedFile`
 * for bytes that are invalid in the encoding, a byte order mark of another encoding, and NUL.
 */
export async function* readLines(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<Line[]> {
  let unread: Uint8Array = new Uint8Array(0);
  let reader: ReturnType<typeof startReading> | null = null;
  for await (const chunk of bytes) {
    unread = join(unread, chunk);
    // A byte order mark has up to three bytes.
    if (reader === null && unread.length < 3) continue;
    reader ??= startReading(unread, encoding);
    const { lines, taken } = reader.read(unread);
    unread = unread.subarray(taken);
    if (lines.length > 0) yield lines;
  }
  const lines = (reader ?? startReading(unread, encoding)).finish(unread);
  if (lines.length > 0) yield lines;
}

function startReading(first: Uint8Array, declared: Encoding) {
  const { encoding, skipped } = readBeginning(first, declared);
  const unit = unitOf(encoding);
  const { mustWait, unify } = createUnifier(unit, encoding === 'utf-16be');
  const cutter = createCutter(encoding, skipped);
  let marked = skipped;
  const unmark = (bytes: Uint8Array) => bytes.subarray(marked);
  return {
    /** Returns the lines that end in these bytes, and the number of bytes consumed. */
    read(bytes: Uint8Array): { lines: Line[]; taken: number } {
      const text = unmark(bytes);
      const whole = text.subarray(0, text.length - (text.length % unit));
      if (mustWait(whole)) return { lines: [], taken: 0 };
      const taken = marked + whole.length;
      marked = 0;
      return { lines: cutter.cut(unify(whole)), taken };
    },
    finish: (bytes: Uint8Array): Line[] => [
      ...cutter.cut(unify(unmark(bytes))),
      ...cutter.finish(),
    ],
  };
}
