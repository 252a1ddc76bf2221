/** From 64 books on there are so few that more steps would tell nothing. */
const MOST = 7;

/** By how many upcoming books somebody is found before others: 0 none, 1 one, 2 two or three, 3 up to seven. */
export function popularity(upcoming: number): number {
  return Math.min(32 - Math.clz32(upcoming), MOST);
}
