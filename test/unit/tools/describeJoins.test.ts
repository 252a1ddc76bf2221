import { describe, expect, it } from 'vitest';
import type { CatalogueJoin } from '../../../client/src/operateCatalogue.ts';
import { describeJoins } from '../../../tools/catalogue/describeJoins.ts';

const join: CatalogueJoin = {
  id: 'j-1',
  kind: 'SERIES',
  fromId: 's-1',
  fromName: '灯台',
  intoId: 's-2',
  intoName: '燈台',
  joinedBy: 'tencho',
  joinedAt: '2026-11-27T03:00:00Z',
  separatedBy: null,
  separatedAt: null,
};

describe('a page of joins, as an operator reads it in the terminal', () => {
  it('describeJoins prints a line per join, and says which are separated again', () => {
    const apart = { separatedBy: 'fukutencho', separatedAt: '2026-11-28T03:00:00Z' };
    const lines = describeJoins({ joins: [join, { ...join, ...apart }], endCursor: null });
    expect(lines).toEqual([
      'j-1  灯台 (s-1) → 燈台 (s-2)  by tencho, 2026-11-27T03:00:00Z',
      'j-1  灯台 (s-1) → 燈台 (s-2)  by tencho, 2026-11-27T03:00:00Z, apart again by fukutencho, 2026-11-28T03:00:00Z',
    ]);
  });

  it('describeJoins says so when there are more joins', () => {
    const lines = describeJoins({ joins: [join], endCursor: 'cursor' });
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('more than these 1');
  });

  it('describeJoins says that there are none', () => {
    expect(describeJoins({ joins: [], endCursor: null })).toEqual([
      expect.stringContaining('Nothing was joined'),
    ]);
  });
});
