import type { PlainEncoding } from './byteOrderMark.ts';

/**
 * Returns the label of an encoding in the WHATWG Encoding Standard. Its `shift_jis` is Windows code
 * page 932 and its `euc-jp` has the same extensions, so that 髙 and ① are decoded.
 */
export function labelOf(encoding: PlainEncoding): string {
  return encoding === 'windows-31j' ? 'shift_jis' : encoding;
}

/** Size of a line end in bytes. */
export function unitOf(encoding: PlainEncoding): 1 | 2 {
  return encoding.startsWith('utf-16') ? 2 : 1;
}

/** Whether all bytes are valid text in the encoding. */
export function isReadable(bytes: Uint8Array, encoding: PlainEncoding): boolean {
  try {
    new TextDecoder(labelOf(encoding), { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
