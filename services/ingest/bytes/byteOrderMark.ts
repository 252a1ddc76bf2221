import type { Encoding } from '../profile/profile.ts';
import { RefusedFile } from '../refusedFile.ts';

/** An encoding with a known byte order. */
export type PlainEncoding = Exclude<Encoding, 'utf-16'>;

const MARKS: readonly (readonly [PlainEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** How a file begins. */
export interface Beginning {
  /** The declared encoding with its byte order: `utf-16` without a mark is little-endian. */
  encoding: PlainEncoding;
  /** Length of the byte order mark in bytes. */
  skipped: number;
}

/**
 * Reads a byte order mark. Throws `RefusedFile` for the mark of an undeclared encoding, because
 * every character would be misread.
 */
export function readBeginning(bytes: Uint8Array, declared: Encoding): Beginning {
  const found = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (!found) return { encoding: declared === 'utf-16' ? 'utf-16le' : declared, skipped: 0 };
  const [encoding, mark] = found;
  if (encoding === declared || (declared === 'utf-16' && encoding !== 'utf-8')) {
    return { encoding, skipped: mark.length };
  }
  throw new RefusedFile(
    'wrong-encoding',
    `ファイルは${encoding}(BOM付き)ですが、${declared}と指定されています。`,
    `The file begins with the byte order mark of ${encoding}; expected ${declared}.`,
  );
}
