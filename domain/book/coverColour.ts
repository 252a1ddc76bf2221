export interface CoverColour {
  /** From 0 to 359. */
  hue: number;
  /** How dark the paper is: 0, 1 or 2. */
  depth: number;
}

/**
 * Derives a colour from a name: books of one label look alike, and the same book looks the same
 * everywhere.
 */
export function coverColour(name: string): CoverColour {
  const hash = mix(digest(name));
  return { hue: hash % 360, depth: (hash >>> 20) % 3 };
}

/** FNV-1a. */
function digest(name: string): number {
  let hash = 0x811c9dc5;
  for (const character of name) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash;
}

/** MurmurHash3's finalizer; without it, the names on a shelf got nearly the same colour. */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
