// Papers of old paperbacks; white type on each has a contrast of 7 or more.
const COLOURS = ['#2f4858', '#5b3a29', '#3d4a2a', '#57324a', '#2d4a46', '#4a3f63'] as const;

/** The colour of a cover set in type: books of one publisher look alike. */
export function coverColour(name: string): string {
  const hash = Array.from(name).reduce(
    (before, one) => (Math.imul(before, 31) + (one.codePointAt(0) ?? 0)) >>> 0,
    7,
  );
  return COLOURS[hash % COLOURS.length] ?? COLOURS[0];
}
