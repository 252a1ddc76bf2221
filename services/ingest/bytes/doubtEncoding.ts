import type { PlainEncoding } from './byteOrderMark.ts';
import { isReadable } from './encodings.ts';

/** Encodings whose longer characters are unlikely to arise by chance, the strictest first. */
const STRICT: readonly PlainEncoding[] = ['utf-8', 'euc-jp'];

/**
 * The encoding that the beginning of a file rather looks like, or null. Only windows-31j is doubted:
 * nearly any bytes can be read as it, while text of it is hardly ever valid in another.
 */
export function doubtEncoding(sample: Uint8Array, declared: string): PlainEncoding | null {
  if (declared !== 'windows-31j') return null;
  // A character cut at the end of the sample says nothing.
  const end = sample.lastIndexOf(0x0a);
  const lines = end < 0 ? sample : sample.subarray(0, end);
  if (!lines.some((byte) => byte >= 0x80)) return null;
  return STRICT.find((encoding) => isReadable(lines, encoding)) ?? null;
}
