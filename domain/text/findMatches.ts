import { EDGE } from './folding.ts';
import { foldWithPlaces } from './foldWithPlaces.ts';

/** A stretch of a text, in UTF-16 units: from the first to before the last. */
export interface Match {
  from: number;
  to: number;
}

/**
 * Where a text, as it is shown, matches the words that `foldWords` made of a query: in order, apart
 * from each other; empty where none does. It may match some of the words and not others.
 */
export function findMatches(text: string, words: string[]): Match[] {
  const found: Match[] = [];
  for (const { folded, from, to } of foldWithPlaces(text)) {
    for (const word of words) {
      let at = folded.indexOf(word);
      while (at >= 0 && word !== '') {
        // An edge belongs to the number or the word inside of it.
        const first = at + (word.startsWith(EDGE) ? 1 : 0);
        const last = at + word.length - 1 - (word.endsWith(EDGE) ? 1 : 0);
        found.push({ from: from[first] ?? 0, to: to[last] ?? 0 });
        at = folded.indexOf(word, at + 1);
      }
    }
  }
  return united(found);
}

function united(matches: Match[]): Match[] {
  const sorted = matches.toSorted((a, b) => a.from - b.from || a.to - b.to);
  const apart: Match[] = [];
  for (const match of sorted) {
    const last = apart.at(-1);
    if (last && match.from <= last.to) last.to = Math.max(last.to, match.to);
    else apart.push({ ...match });
  }
  return apart;
}
