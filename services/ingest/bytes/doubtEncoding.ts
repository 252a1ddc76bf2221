import type { PlainEncoding } from './byteOrderMark.ts';
import { isReadable } from './encodings.ts';

/** Encodings whose multi-byte characters are unlikely to arise by chance, the strictest first. */
const STRICT: readonly PlainEncoding[] = ['utf-8', 'euc-jp'];

/**
 * Returns the encoding that the beginning of a file looks like instead, or null. Doubts only
 * windows-31j: nearly any bytes are valid in it, while its text is hardly ever valid in another
 * encoding.
 */
export function doubtEncoding(sample: Uint8Array, declared: string): PlainEncoding | null {
  if (declared !== 'windows-31j') return null;
  // Ignore a character cut at the end of the sample.
  const end = sample.lastIndexOf(0x0a);
  const lines = end < 0 ? sample : sample.subarray(0, end);
  if (!lines.some((byte) => byte >= 0x80)) return null;
  return STRICT.find((encoding) => isReadable(lines, encoding)) ?? null;
}
