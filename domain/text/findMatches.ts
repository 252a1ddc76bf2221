import { EDGE } from './folding.ts';
import { foldWithPlaces } from './foldWithPlaces.ts';

/** A range of a text in UTF-16 units; the end is exclusive. */
export interface Match {
  from: number;
  to: number;
}

/**
 * Returns where a displayed text matches the words that `foldWords` made of a query: in order,
 * without overlaps; empty if nowhere. It may match only some of the words.
 */
export function findMatches(text: string, words: string[]): Match[] {
  const found: Match[] = [];
  for (const { folded, from, to } of foldWithPlaces(text)) {
    for (const word of words) {
      let at = folded.indexOf(word);
      while (at >= 0 && word !== '') {
        // The match may share its edges with a number or a word beside it.
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
  const sorted = matches.toSorted((a, b) => a.from - b.from);
  const apart: Match[] = [];
  for (const match of sorted) {
    const last = apart.at(-1);
    if (last && match.from <= last.to) last.to = Math.max(last.to, match.to);
    else apart.push({ ...match });
  }
  return apart;
}
