import { EDGE } from '../../../../schema/folding/folding.ts';
import { foldWithPlaces } from '../../../../schema/folding/foldWithPlaces.ts';

/** From and up to where, in UTF-16 units. */
export type Stretch = readonly [from: number, to: number];

/**
 * Where the folded words stand in text as it is shown, in order, and none over another. Empty where
 * none of them does.
 */
export function findMatches(text: string, words: readonly string[]): Stretch[] {
  const { folded, places } = foldWithPlaces(text);
  const found = words.flatMap((word) => placesOf(word, folded));
  const stretches = found
    .map(([from, to]) => withoutEdges(folded, from, to))
    .filter(([from, to]) => from < to)
    .map(([from, to]): Stretch => [places[from] ?? 0, endOf(places, to - 1, text)])
    .sort(([one], [other]) => one - other);
  return joinMeeting(stretches);
}

function placesOf(word: string, folded: string): Stretch[] {
  const found: Stretch[] = [];
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
    found.push([at, at + word.length]);
  }
  return found;
}

/** The ends of a number are no characters of the text. */
function withoutEdges(folded: string, from: number, to: number): Stretch {
  let [first, last] = [from, to];
  while (folded[first] === EDGE && first < last) first += 1;
  while (folded[last - 1] === EDGE && first < last) last -= 1;
  return [first, last];
}

/** Where the character of the text ends from which a folded one comes. */
function endOf(places: number[], at: number, text: string): number {
  const begin = places[at] ?? 0;
  return places.slice(at).find((place) => place > begin) ?? text.length;
}

function joinMeeting(stretches: Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const [from, to] of stretches) {
    const last = joined.at(-1);
    if (last && from <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], to)];
    else joined.push([from, to]);
  }
  return joined;
}
