import { expect, it } from 'vitest';
import { foldWords } from '../../../../domain/text/foldWords.ts';
import { indexText } from '../../../../domain/text/indexText.ts';
import { titleVariants } from '../../../support/titleVariants.ts';
import { INVENTED_WEEK, REAL_WEEKS, type TrcRow, trcRows } from '../../../support/trcWeeks.ts';

const FIRST = 10;

it.for([
  { of: 'an invented week', weeks: [INVENTED_WEEK], enough: 100 },
  { of: 'the real weeks', weeks: REAL_WEEKS, enough: 50_000 },
])(
  'a title of $of is among the first ten results, however it is written',
  {
    timeout: 300_000,
  },
  ({ weeks, enough }, context) => {
    const rows = trcRows(weeks, context);
    const findFirst = scan(rows);
    const counts = new Map<string, { asked: number; found: number }>();
    rows.forEach(({ title }, place) => {
      for (const { kind, text } of titleVariants(title, place)) {
        const count = counts.get(kind) ?? { asked: 0, found: 0 };
        count.asked += 1;
        if (findFirst(text).includes(place)) count.found += 1;
        counts.set(kind, count);
      }
    });
    const kinds = [...counts.values()];
    const asked = kinds.reduce((sum, count) => sum + count.asked, 0);
    const found = kinds.reduce((sum, count) => sum + count.found, 0);
    console.log(`${asked} variants of ${rows.length} titles: recall ${(found / asked).toFixed(4)}`);
    expect(asked).toBeGreaterThan(enough);
    expect(found / asked).toBeGreaterThanOrEqual(0.99);
    // No spelling hides behind the average of the others.
    const worst = [...counts].filter(([, { asked, found }]) => asked > 100 && found / asked < 0.95);
    expect(worst).toEqual([]);
  },
);

/**
 * Returns the positions of the first books that contain every word of a query, in the order of the
 * rows. Checks all books that share a pair of characters with the query, which finds the same as a
 * full scan, but faster.
 */
function scan(rows: TrcRow[]): (query: string) => number[] {
  const texts = rows.map(({ title, subtitle, authors, publisher, series, volumeTitle }) =>
    indexText([title, subtitle, ...authors, publisher, ...series, volumeTitle]),
  );
  const holders = new Map<string, number[]>();
  texts.forEach((text, place) => {
    for (const pair of new Set(pairsOf(text))) {
      const places = holders.get(pair);
      if (places) places.push(place);
      else holders.set(pair, [place]);
    }
  });
  const all = texts.map((_, place) => place);
  return (query) => {
    const words = foldWords(query.normalize('NFKC'));
    if (words.length === 0) return [];
    const fewest = words
      .flatMap(pairsOf)
      .map((pair) => holders.get(pair) ?? [])
      .reduce((least, places) => (places.length < least.length ? places : least), all);
    const found: number[] = [];
    for (const place of fewest) {
      if (words.every((word) => texts[place]?.includes(word))) found.push(place);
      if (found.length === FIRST) break;
    }
    return found;
  };
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => text.slice(at, at + 2));
}
