import { describe, expect, it } from 'vitest';
import { popularity } from '../../../db/catalogue/popularity.ts';
import { suggestNames } from '../../../resolvers/lib/search/suggest.ts';

describe('popularity', () => {
  it.each([
    [0, 0],
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 3],
    [63, 6],
    [64, 7],
    [1_000_000, 7],
  ])('popularity of %i books is %i', (books, expected) => {
    expect(popularity(books)).toBe(expected);
  });

  it('popularity has no degree that suggestions do not look up, except zero', () => {
    const degrees = [...new Set(Array.from({ length: 1_000 }, (_, books) => popularity(books)))];
    expect(suggestNames()).toContain(`n.popularity in (${degrees.slice(1).join(', ')})`);
  });
});
