import { foldForms } from './foldForms.ts';

export interface FoldedText {
  folded: string;
  /** For each character of `folded`, the start of its source in the text, in UTF-16 units. */
  from: number[];
  /** Likewise the end, exclusive. */
  to: number[];
}

/**
 * Characters that belong to the one before: combining marks, sound marks of half-width kana,
 * selectors.
 */
const BELONGS = /[\p{M}\uff9e\uff9f]/u;

/**
 * Folds displayed text, in any normalization form, into each of its forms, with the source
 * positions.
 */
export function foldWithPlaces(text: string): FoldedText[] {
  let nfkc = '';
  const begins: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const cluster of clusters(text)) {
    const part = cluster.normalize('NFKC');
    for (let unit = 0; unit < part.length; unit += 1) {
      begins.push(at);
      ends.push(at + cluster.length);
    }
    nfkc += part;
    at += cluster.length;
  }
  return foldForms(nfkc).map(({ folded, from, to }) => ({
    folded,
    from: from.map((place) => begins[place] ?? 0),
    to: to.map((place) => ends[place] ?? text.length),
  }));
}

/** Splits the text into pieces that can be normalized one by one. */
function clusters(text: string): string[] {
  const found: string[] = [];
  for (const sign of text) {
    if (BELONGS.test(sign) && found.length > 0) found.push(`${found.pop()}${sign}`);
    else found.push(sign);
  }
  return found;
}
