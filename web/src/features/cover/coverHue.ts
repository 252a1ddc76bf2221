/**
 * A hue from 0 to 359 that belongs to a name: books of one label look alike, and the same book looks
 * the same everywhere. FNV-1a, since neighbouring names should not get neighbouring colours.
 */
export function coverHue(name: string): number {
  let hash = 0x811c9dc5;
  for (const character of name) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash % 360;
}
