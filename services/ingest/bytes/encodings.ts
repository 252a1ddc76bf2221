import type { PlainEncoding } from './byteOrderMark.ts';

/**
 * The label of an encoding in the WHATWG Encoding Standard. Its `shift_jis` is what Windows calls
 * code page 932 and its `euc-jp` holds the same additions, so that 髙 and ① are read.
 */
export function labelOf(encoding: PlainEncoding): string {
  return encoding === 'windows-31j' ? 'shift_jis' : encoding;
}

/** How many bytes hold a line end. */
export function unitOf(encoding: PlainEncoding): 1 | 2 {
  return encoding.startsWith('utf-16') ? 2 : 1;
}

/** Whether the bytes are text of the encoding from their first to their last. */
export function isReadable(bytes: Uint8Array, encoding: PlainEncoding): boolean {
  try {
    new TextDecoder(labelOf(encoding), { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
