import { describe, expect, it } from 'vitest';
import { request, response } from '../../../resolvers/Query.upcomingBookFacets.ts';
import { answered, asked } from './resolving.ts';

describe('the facets of upcoming books', () => {
  it('upcomingBookFacets reads the requested number of values of each kind in one statement', () => {
    const { statements, variableMap } = request(asked({ args: { from: '2026-12-01', first: 7 } }));
    expect(statements).toHaveLength(1);
    expect(variableMap).toEqual({ ':from': '20261201', ':limit': 7 });
  });

  it.each([0, -1, 501])('upcomingBookFacets rejects %i values', (first) => {
    expect(() => request(asked({ args: { first } }))).toThrow(
      expect.objectContaining({ errorType: 'InvalidArgument' }),
    );
  });

  it('upcomingBookFacets groups the values by kind, in the order found', () => {
    const found = [
      { kind: 'publisher', value: '架空書房', books: 3 },
      { kind: 'form', value: '文庫', books: 2 },
      { kind: 'publisher', value: '海鳴書房', books: 1 },
    ];
    expect(response(asked({ result: answered(found) }))).toEqual({
      publishers: [
        { value: '架空書房', count: 3 },
        { value: '海鳴書房', count: 1 },
      ],
      labels: [],
      forms: [{ value: '文庫', count: 2 }],
    });
  });
});
