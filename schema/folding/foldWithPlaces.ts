import { foldText } from './foldText.ts';

export interface Folded {
  folded: string;
  /** For each character of `folded` where in the text it comes from, in UTF-16 units. */
  places: number[];
}

/** The folded form of text as it is shown, in any normalization form. */
export function foldWithPlaces(text: string): Folded {
  const places: number[] = [];
  let folded = '';
  let at = 0;
  for (const sign of text) {
    const part = foldText(sign.normalize('NFKC'));
    folded += part;
    places.push(...part.split('').map(() => at));
    at += sign.length;
  }
  return { folded, places };
}
