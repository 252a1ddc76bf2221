const CR = 0x0d;
const LF = 0x0a;

/**
 * Replaces CR with LF in a file whose lines end with CR alone, as on the classic Mac, byte for byte
 * so that every offset stays. The first line end decides: in any other file a lone CR is part of
 * its cell.
 *
 * @param unit bytes of one character that may be a line end, 1 or 2
 * @param isBigEndian the byte order of two-byte characters
 */
export function createUnifier(unit: 1 | 2, isBigEndian: boolean) {
  const low = unit === 2 && isBigEndian ? 1 : 0;
  const at = (bytes: Uint8Array, index: number): number =>
    unit === 2 && bytes[index + 1 - low] !== 0 ? -1 : (bytes[index + low] ?? -1);
  let endsWithCr: boolean | null = null;
  return {
    /** Whether a CR at the very end of the bytes must wait for the next byte. */
    mustWait: (bytes: Uint8Array): boolean =>
      endsWithCr !== false && bytes.length >= unit && at(bytes, bytes.length - unit) === CR,
    /** Returns the bytes with LF or CRLF line ends. They begin and end at whole characters. */
    unify(bytes: Uint8Array): Uint8Array {
      endsWithCr ??= decide(bytes);
      if (!endsWithCr) return bytes;
      const unified = new Uint8Array(bytes);
      for (let index = 0; index < bytes.length; index += unit) {
        if (at(bytes, index) === CR && at(bytes, index + unit) !== LF) unified[index + low] = LF;
      }
      return unified;
    },
  };

  function decide(bytes: Uint8Array): boolean | null {
    for (let index = 0; index < bytes.length; index += unit) {
      const character = at(bytes, index);
      if (character === LF) return false;
      if (character === CR) return at(bytes, index + unit) !== LF;
    }
    return null;
  }
}
