import { describe, expect, it } from 'vitest';
import type { UpcomingBook } from '../../../../web/src/pages/upcoming/books/useUpcomingBooks.ts';
import { findChoices, findExact } from '../../../../web/src/pages/upcoming/facets/findChoices.ts';
import { groupByAnnounced } from '../../../../web/src/pages/upcoming/timeline/groupByAnnounced.ts';
import {
  conditionsOf,
  daysOf,
  filterOf,
  NO_WISH,
  readDay,
  readWish,
  readYen,
  type UpcomingWish,
  without,
  writeWish,
} from '../../../../web/src/pages/upcoming/wish/upcomingWish.ts';

const everything: UpcomingWish = {
  text: '灯 台',
  publisher: '架空書房&',
  label: '架空文庫',
  form: '文庫',
  from: '2026-12-01',
  to: '2026-12-31',
  priceFrom: '0',
  priceTo: '1100',
  subscribed: true,
  order: 'announced',
};

describe('a filter of upcoming books', () => {
  it.each([everything, NO_WISH])('a filter survives a round trip through the address', (wish) => {
    expect(readWish(new URLSearchParams(writeWish(wish).toString()))).toEqual(wish);
  });

  it('a filter has no more words than the API accepts', () => {
    const text = (written: string) => readWish(new URLSearchParams({ text: written })).text;
    expect(text(' 雪国\u3000の  灯 ')).toBe('雪国 の 灯');
    expect(text('a b c d e f g h i')).toBe('a b c d e f g h');
    expect(text('長'.repeat(1_000_000))).toHaveLength(200);
    expect(text('   ')).toBe('');
  });

  it('an empty filter leaves the address bare', () => {
    expect(writeWish(NO_WISH).toString()).toBe('');
  });

  it('an invalid address is an empty filter', () => {
    const search = 'from=2026-02-31&to=tomorrow&priceFrom=-1&priceTo=1e9&order=price&subscribed=1';
    expect(readWish(new URLSearchParams(search))).toEqual(NO_WISH);
  });

  it.each([
    ['2026-12-05', '2026-12-05'],
    ['0002-12-05', ''],
    ['2026-13-01', ''],
    ['2027-02-29', ''],
    ['2028-02-29', '2028-02-29'],
  ])('readDay reads %j as the day %j', (written, day) => expect(readDay(written)).toBe(day));

  it.each([
    ['１，６５０円', '1650'],
    ['¥ 990', '990'],
    ['007', '7'],
    ['', ''],
    ['安い', ''],
    ['12345678', ''],
  ])('readYen reads %j as %j yen', (written, yen) => expect(readYen(written)).toBe(yen));

  it('filterOf returns the API’s filter', () => {
    expect(filterOf(everything, true)).toEqual({
      text: '灯 台',
      publisher: '架空書房&',
      label: '架空文庫',
      form: '文庫',
      priceFrom: 0,
      priceTo: 1100,
      subscribed: true,
    });
    expect(filterOf(everything, false)).not.toHaveProperty('subscribed');
    expect(filterOf(NO_WISH, true)).toEqual({});
  });

  it('daysOf never starts before today', () => {
    expect(daysOf(everything, '2026-11-26')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
    expect(daysOf(everything, '2026-12-24')).toEqual({ from: '2026-12-24', to: '2026-12-31' });
    expect(daysOf(NO_WISH, '2026-11-26')).toEqual({ from: '2026-11-26' });
  });

  it('without removes each condition', () => {
    const all = conditionsOf(everything, true);
    expect(all).toHaveLength(7);
    for (const condition of all) {
      const left = conditionsOf({ ...everything, ...without(condition) }, true);
      expect(left).toEqual(all.filter((each) => each !== condition));
    }
    expect(conditionsOf(everything, false)).not.toContain('subscribed');
  });
});

describe('the choices of a field', () => {
  const choices = ['講談堂', 'ちくま文庫', 'チクマ新書', 'ＡＢＣ出版'].map((value) => ({
    value,
    count: 1,
  }));
  const values = (typed: string) => findChoices(choices, typed).map(({ value }) => value);

  it('findChoices ignores kana type, width and letter case', () => {
    expect(values('ちくま')).toEqual(['ちくま文庫', 'チクマ新書']);
    expect(values('ﾁｸﾏ新')).toEqual(['チクマ新書']);
    expect(values('abc')).toEqual(['ＡＢＣ出版']);
    expect(values('')).toHaveLength(4);
    expect(values('どこにも')).toEqual([]);
  });

  it('findExact finds a fully typed name', () => {
    expect(findExact(choices, ' チクマ文庫 ')?.value).toBe('ちくま文庫');
    expect(findExact(choices, 'abc出版')?.value).toBe('ＡＢＣ出版');
    expect(findExact(choices, 'ちくま')).toBeUndefined();
  });
});

it('groupByAnnounced groups books by the day in Japan of their announcement', () => {
  // Only these two fields are read.
  const announced = (id: string, announcedAt: string) => ({ id, announcedAt }) as UpcomingBook;
  const sections = groupByAnnounced([
    announced('a', '2026-11-26T15:00:00.000Z'),
    announced('b', '2026-11-26T14:59:59.000Z'),
    announced('c', '2026-11-25T15:00:00.000Z'),
  ]);
  expect(sections.map(({ day, books }) => [day, books.map(({ id }) => id).join('')])).toEqual([
    ['2026-11-27', 'a'],
    ['2026-11-26', 'bc'],
  ]);
});
