import { isEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { request, response } from '../../../resolvers/Query.releaseCalendar.ts';
import { productSchema } from '../../support/schemaArguments.ts';
import { aBookRow, aMember, answered, asked } from './resolving.ts';

const DECEMBER = { from: '2026-12-01', to: '2026-12-31' };

const asking = (args: object, more: object = {}) => request(asked({ args, ...more }));

describe('the calendar of releases', () => {
  it('releaseCalendar binds the requested days', () => {
    expect(asking({ from: '2026-12-01', to: '2026-12-31+09:00' }).variableMap).toEqual({
      ':firstDay': '2026-12-01',
      ':lastDay': '2026-12-31',
      ':fromDigits': '20261201',
      ':fromOrder': '2026120100000000',
      ':toOrder': '2026123199999999',
    });
  });

  it.each([
    ['2026-12-01', '2026-12-01'],
    ['2026-12-01', '2027-01-11'],
    ['2028-02-27', '2028-03-01'],
  ])('releaseCalendar accepts one day to six weeks: %s to %s', (from, to) => {
    expect(() => asking({ from, to })).not.toThrow();
  });

  it.each([
    ['2026-12-02', '2026-12-01'],
    ['2026-12-01', '2027-01-12'],
    ['2026-12-01', '9999-12-31'],
    ['-2026-12-01', '2026-12-31'],
    ['0000-12-01', '0000-12-31'],
  ])('releaseCalendar rejects %s to %s', (from, to) => {
    expect(() => asking({ from, to })).toThrow(
      expect.objectContaining({ errorType: 'InvalidArgument' }),
    );
  });

  it('releaseCalendar handles every precision of the schema: as a day, as a period, or as no date', () => {
    const [days = '', stretches = ''] = asking(DECEMBER).statements;
    const all = productSchema().getType('ReleasePrecision');
    for (const { name } of isEnumType(all) ? all.getValues() : []) {
      if (name === 'UNKNOWN') expect(days + stretches).not.toContain(`'${name}'`);
      else expect(name === 'DAY' ? days : stretches, name).toContain(`'${name}'`);
    }
  });

  it('releaseCalendar reads subscriptions if they are selected for days or periods', () => {
    const selected = ['days/firstBooks/id', 'stretches/firstBooks/subscribed'];
    const { statements, variableMap } = asking(DECEMBER, { identity: aMember, selected });
    expect(statements.map((statement) => statement.includes('as subscribed'))).toEqual([
      false,
      true,
    ]);
    expect(variableMap).toMatchObject({ ':me': '7' });
  });

  it('releaseCalendar groups the rows of one day, and of one period', () => {
    const ofDay = (digits: string, id: string, count: number) => ({
      ...aBookRow,
      id,
      digits,
      book_count: count,
    });
    const ofStretch = (precision: string, order: string, id: string) => ({
      ...aBookRow,
      id,
      stretch_precision: precision,
      release_order: order,
      words: '12月',
      book_count: 9,
    });
    const { days, stretches } = response(
      asked({
        args: DECEMBER,
        result: answered(
          [ofDay('20261205', 'a', 7), ofDay('20261205', 'b', 7), ofDay('20261206', 'c', 1)],
          [
            ofStretch('MONTH', '2026120120261231', 'd'),
            ofStretch('MONTH', '2026120120261231', 'e'),
            ofStretch('FROM', '2026121599999999', 'f'),
            ofStretch('UNTIL', '2026123120261231', 'g'),
          ],
        ),
      }),
    );
    expect(days.map(({ day, bookCount, firstBooks }) => [day, bookCount, ids(firstBooks)])).toEqual(
      [
        ['2026-12-05', 7, 'ab'],
        ['2026-12-06', 1, 'c'],
      ],
    );
    expect(stretches.map(({ release, firstBooks }) => [release, ids(firstBooks)])).toEqual([
      [aRelease('MONTH', '2026-12-01', '2026-12-31'), 'de'],
      [aRelease('FROM', '2026-12-15', null), 'f'],
      [aRelease('UNTIL', null, '2026-12-31'), 'g'],
    ]);
  });

  it('releaseCalendar keeps a day whose books did not fit into the answer', () => {
    const noBook = { digits: '20261205', book_count: 7, id: null };
    const ofStretch = {
      stretch_precision: 'MONTH',
      release_order: '2026120120261231',
      words: '12月',
    };
    const result = answered([noBook], [{ ...ofStretch, book_count: 2, id: null }]);
    const { days, stretches } = response(asked({ args: DECEMBER, result }));
    expect(days).toEqual([{ day: '2026-12-05', bookCount: 7, firstBooks: [] }]);
    expect(stretches.map(({ bookCount, firstBooks }) => [bookCount, firstBooks])).toEqual([
      [2, []],
    ]);
  });

  it('releaseCalendar is empty for an empty month', () => {
    const result = answered([], []);
    expect(response(asked({ args: DECEMBER, result }))).toEqual({ days: [], stretches: [] });
  });
});

const ids = (books: { id: string }[]) => books.map(({ id }) => id).join('');

const aRelease = (precision: string, earliest: string | null, latest: string | null) => ({
  precision,
  earliest,
  latest,
  text: '12月',
});
