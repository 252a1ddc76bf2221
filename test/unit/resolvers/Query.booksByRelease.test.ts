import { describe, expect, it } from 'vitest';
import { request, response } from '../../../resolvers/Query.booksByRelease.ts';
import { aBookRow, answered, asked } from './resolving.ts';

const asking = (args: object) => request(asked({ args }));

describe('the books of one release', () => {
  it('booksByRelease of a day returns those announced for it and those on sale since it', () => {
    const { statements, variableMap } = asking({ earliest: '2026-12-05', first: 5 });
    expect(statements[0]).toContain("b.status = 'ON_SALE'");
    expect(variableMap).toEqual({
      ':precision': 'DAY',
      ':order': '2026120520261205',
      ':firstDay': '2026-12-05',
      ':lastDay': '2026-12-05',
      ':limit': 6,
    });
  });

  it.each([
    ['MONTH', '2026-12-01', '2026-12-31', '2026120120261231'],
    ['FROM', '2026-12-15', null, '2026121599999999'],
    ['UNTIL', null, '2026-12-31', '2026123120261231'],
    ['UNKNOWN', null, null, '9999999999999999'],
  ])(
    'booksByRelease of %s returns those announced for exactly that period',
    (precision, earliest, latest, order) => {
      const { statements, variableMap } = asking({ precision, earliest, latest });
      expect(statements[0]).not.toContain('ON_SALE');
      expect(variableMap).toEqual({ ':precision': precision, ':order': order, ':limit': 21 });
    },
  );

  it.each([
    {},
    { latest: '2026-12-05' },
    { earliest: '2026-12-05', latest: '2026-12-06' },
    { precision: 'DAY', earliest: '-2026-12-05' },
    { earliest: '2026-12-05', first: 0 },
    { earliest: '2026-12-05', first: 101 },
  ])('booksByRelease rejects %j', (args) => {
    expect(() => asking(args)).toThrow(expect.objectContaining({ errorType: 'InvalidArgument' }));
  });

  it('booksByRelease continues after its own cursor', () => {
    const args = { earliest: '2026-12-05', first: 1 };
    const result = answered([aBookRow, { ...aBookRow, id: 'b' }]);
    const { pageInfo } = response(asked({ args, result }));
    expect(pageInfo).toEqual({ hasNextPage: true, endCursor: `2026120520261205~${aBookRow.id}` });
    const { statements, variableMap } = asking({ ...args, after: pageInfo.endCursor });
    expect(variableMap).toMatchObject({ ':id': aBookRow.id });
    expect(statements[0]?.match(/b\.id > :id/g)).toHaveLength(3);
  });

  it('booksByRelease rejects a cursor of another list', () => {
    expect(() => asking({ earliest: '2026-12-05', after: 'x' })).toThrow(
      expect.objectContaining({ errorType: 'InvalidCursor' }),
    );
  });
});
