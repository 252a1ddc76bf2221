/** So few have 64 books or more that further steps would not matter. */
const MOST = 7;

/**
 * Ranks names by number of upcoming books: 0 none, 1 one, 2 two or three, 3 up to seven, and so on.
 */
export function popularity(upcoming: number): number {
  return Math.min(32 - Math.clz32(upcoming), MOST);
}
