import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Release } from '../../../../domain/release/release.ts';
import type { MailKind } from '../../../../services/mail/news/mailKinds.ts';
import type { MailNote } from '../../../../services/mail/news/mailNote.ts';
import { newsOf } from '../../../../services/mail/news/newsOf.ts';
import type { MailedBook } from '../../../../services/mail/reading/readBooks.ts';
import { aMailedBook, theDay, theMonth } from '../../../support/mailedBook.ts';

const MARCH_14 = theDay('2027-03-14');
const MARCH_16 = theDay('2027-03-16');
const APRIL = theMonth('2027-04-01', '2027-04-30');

type Said = MailKind | [Release, Release];

/** Notes about one book, numbered from 1; a pair of dates is a move. */
function notes(said: Said[], tellMovesFromDays = 1, bookId = 'a'): MailNote[] {
  return said.map((one, index) => ({
    seq: index + 1,
    kind: typeof one === 'string' ? one : 'RESCHEDULED',
    bookId,
    change: typeof one === 'string' ? null : { from: one[0], to: one[1] },
    tellMovesFromDays,
  }));
}

/** Returns a summary of the news about a book in this state. */
function tell(said: Said[], book: Partial<MailedBook>, tellMovesFromDays?: number) {
  const books = new Map([['a', aMailedBook({ id: 'a', ...book })]]);
  const { news, untold } = newsOf(notes(said, tellMovesFromDays), books);
  return {
    told: news.map(({ kind, change }) =>
      change === null ? kind : `${change.from.text} → ${change.to.text}`,
    ),
    untold: untold.map(({ seq }) => seq),
  };
}

describe('newsOf several moves of one book', () => {
  it('newsOf merges several moves into one, from the first date to the last', () => {
    const said: Said[] = [
      [MARCH_14, MARCH_16],
      [MARCH_16, APRIL],
    ];
    expect(tell(said, { release: APRIL })).toEqual({
      told: ['2027-03-14 → 2027-04-01'],
      untold: [],
    });
  });

  it('newsOf drops moves that lead back to the first date', () => {
    const said: Said[] = [
      [MARCH_14, APRIL],
      [APRIL, MARCH_14],
    ];
    expect(tell(said, { release: MARCH_14 })).toEqual({ told: [], untold: [1, 2] });
  });
});

describe('newsOf a move', () => {
  it.each([
    [2, ['2027-03-14 → 2027-03-16']],
    [3, []],
  ])('newsOf compares a move of two days with a threshold of %i', (threshold, told) => {
    const now = { release: MARCH_16 };
    expect(tell([[MARCH_14, MARCH_16]], now, threshold).told).toEqual(told);
  });

  it('newsOf measures a move by its beginning if only that changes', () => {
    const said: Said[] = [[APRIL, theDay('2027-04-30')]];
    expect(tell(said, { release: theDay('2027-04-30') }, 29).told).toHaveLength(1);
    expect(tell(said, { release: theDay('2027-04-30') }, 30).told).toHaveLength(0);
  });

  it('newsOf tells a move from or to an unknown date under any threshold', () => {
    const unknown: Release = { earliest: null, latest: null, precision: 'UNKNOWN', text: '未定' };
    expect(tell([[unknown, MARCH_14]], { release: MARCH_14 }, 365).told).toHaveLength(1);
    expect(tell([[MARCH_14, unknown]], { release: unknown }, 365).told).toHaveLength(1);
  });

  it('newsOf states the current date if the book has moved again since', () => {
    expect(tell([[MARCH_14, MARCH_16]], { release: APRIL }).told).toEqual([
      '2027-03-14 → 2027-04-01',
    ]);
  });

  it.each(['ON_SALE', 'CANCELLED'] as const)(
    'newsOf drops a move of a book that is %s now',
    (status) => {
      const now = { status, release: MARCH_16 };
      expect(tell([[MARCH_14, MARCH_16]], now)).toEqual({ told: [], untold: [1] });
    },
  );

  it('newsOf tells a move of an unconfirmed book', () => {
    const now = { status: 'UNCONFIRMED' as const, release: MARCH_16 };
    expect(tell([[MARCH_14, MARCH_16]], now).told).toHaveLength(1);
  });
});

describe('newsOf a cancellation and a revival', () => {
  test.each<[Said[], MailedBook['status'], MailKind[], number[]]>([
    [['CANCELLED'], 'CANCELLED', ['CANCELLED'], []],
    [['REVIVED'], 'UPCOMING', ['REVIVED'], []],
    [['CANCELLED', 'REVIVED'], 'UPCOMING', [], [1, 2]],
    [['REVIVED', 'CANCELLED'], 'CANCELLED', [], [1, 2]],
    [['CANCELLED', 'REVIVED', 'CANCELLED'], 'CANCELLED', ['CANCELLED'], [1, 2]],
    [['REVIVED', 'CANCELLED', 'REVIVED'], 'UPCOMING', ['REVIVED'], [1, 2]],
    [['CANCELLED'], 'UPCOMING', [], [1]],
    [['REVIVED'], 'CANCELLED', [], [1]],
    [['CANCELLED'], 'ON_SALE', [], [1]],
    [['REVIVED', 'ON_SALE'], 'ON_SALE', ['ON_SALE'], [1]],
  ])('newsOf %j of a book that is %s now tells %j', (said, status, told, untold) => {
    expect(tell(said, { status })).toEqual({ told, untold });
  });

  it('newsOf tells a move before a cancellation that was revived', () => {
    const said: Said[] = [[MARCH_14, APRIL], 'CANCELLED', 'REVIVED'];
    expect(tell(said, { release: APRIL })).toEqual({
      told: ['2027-03-14 → 2027-04-01'],
      untold: [2, 3],
    });
  });

  it('newsOf tells a move since the revival together with it', () => {
    const said: Said[] = ['REVIVED', [MARCH_14, APRIL]];
    expect(tell(said, { release: APRIL })).toEqual({ told: ['REVIVED'], untold: [] });
  });
});

describe('newsOf an announced book', () => {
  const moved: Said = [MARCH_14, APRIL];
  it.each<[Said[], MailedBook['status'], string[], number[]]>([
    [['ANNOUNCED'], 'UPCOMING', ['ANNOUNCED'], []],
    [['ANNOUNCED'], 'UNCONFIRMED', ['ANNOUNCED'], []],
    [['ANNOUNCED', moved, moved], 'UPCOMING', ['ANNOUNCED'], []],
    [['ANNOUNCED', 'CANCELLED', 'REVIVED'], 'UPCOMING', ['ANNOUNCED'], []],
    [['ANNOUNCED', 'ON_SALE'], 'ON_SALE', ['ON_SALE'], [1]],
    [['ANNOUNCED', moved, 'ON_SALE'], 'ON_SALE', ['ON_SALE'], [1, 2]],
    [['ANNOUNCED'], 'ON_SALE', [], [1]],
    // The member may have asked for the book itself meanwhile.
    [['ANNOUNCED', 'CANCELLED'], 'CANCELLED', ['CANCELLED'], [1]],
    [['ANNOUNCED'], 'CANCELLED', [], [1]],
  ])('newsOf %j of a book that is %s now tells %j', (said, status, told, untold) => {
    expect(tell(said, { status, release: APRIL })).toEqual({ told, untold });
  });

  it('newsOf announces a book that was briefly on sale, and postpones its sale', () => {
    const books = new Map([['a', aMailedBook({ id: 'a', status: 'UPCOMING' })]]);
    const { news, untold, later } = newsOf(notes(['ANNOUNCED', 'ON_SALE']), books);
    expect(news.map(({ kind }) => kind)).toEqual(['ANNOUNCED']);
    expect({ untold, later }).toEqual({ untold: [], later: [2] });
  });
});

describe('newsOf a book that the shop has withdrawn', () => {
  it.each(['UPCOMING', 'UNCONFIRMED'] as const)(
    'newsOf postpones the sale of a withdrawn book that is %s now',
    (status) => {
      const books = new Map([['a', aMailedBook({ id: 'a', status })]]);
      expect(newsOf(notes(['ON_SALE']), books)).toEqual({ news: [], untold: [], later: [1] });
    },
  );

  it('newsOf tells the new date of a withdrawn book at once', () => {
    const books = new Map([['a', aMailedBook({ id: 'a', status: 'UPCOMING', release: APRIL })]]);
    const { news, untold, later } = newsOf(notes(['ON_SALE', [MARCH_14, APRIL]]), books);
    expect(news.map(({ kind }) => kind)).toEqual(['RESCHEDULED']);
    expect({ untold, later }).toEqual({ untold: [], later: [1] });
  });

  it('newsOf tells the cancellation of a withdrawn book', () => {
    const books = new Map([['a', aMailedBook({ id: 'a', status: 'CANCELLED' })]]);
    const { news, later } = newsOf(notes(['ON_SALE', 'CANCELLED']), books);
    expect(news.map(({ kind }) => kind)).toEqual(['CANCELLED']);
    expect(later).toEqual([]);
  });
});

test('newsOf tells an unheard cancellation and a revival with another date as a move', () => {
  const [cancelled, revived] = notes(['CANCELLED', 'REVIVED']);
  if (cancelled === undefined || revived === undefined) throw new Error('There are two notes');
  const moved = { ...revived, change: { from: MARCH_14, to: APRIL } };
  const books = new Map([['a', aMailedBook({ id: 'a', status: 'UPCOMING', release: APRIL })]]);
  const { news, untold } = newsOf([cancelled, moved], books);
  expect(news).toMatchObject([{ kind: 'RESCHEDULED', change: { from: MARCH_14, to: APRIL } }]);
  expect(untold.map(({ seq }) => seq)).toEqual([1]);
});

test('newsOf returns separate news for each book', () => {
  const all = [
    ...notes(['ON_SALE'], 1, 'a'),
    ...notes(['CANCELLED'], 1, 'b'),
    ...notes([[MARCH_14, MARCH_16]], 7, 'c'),
  ].map((note, index) => ({ ...note, seq: index + 1 }));
  const books = new Map([
    ['a', aMailedBook({ id: 'a', status: 'ON_SALE' })],
    ['b', aMailedBook({ id: 'b', status: 'CANCELLED' })],
    ['c', aMailedBook({ id: 'c', release: MARCH_16 })],
  ]);
  const { news, untold } = newsOf(all, books);
  expect(news.map(({ kind, book }) => `${kind} ${book.id}`)).toEqual(['ON_SALE a', 'CANCELLED b']);
  expect(untold).toEqual([{ seq: 3, reason: 'The date is fewer than 7 days from where it was' }]);
});

test('newsOf throws if a book is missing', () => {
  expect(() => newsOf(notes(['ON_SALE']), new Map())).toThrow('Book a not found');
});

test('newsOf returns the same news without the untold notes, whatever happened', () => {
  const dates = fc.constantFrom(MARCH_14, MARCH_16, APRIL);
  const said = fc.array(
    fc.oneof<fc.Arbitrary<Said>[]>(
      fc.constantFrom('ON_SALE', 'ANNOUNCED', 'CANCELLED', 'REVIVED'),
      fc.tuple(dates, dates),
    ),
    { minLength: 1, maxLength: 6 },
  );
  const now = fc.record({
    status: fc.constantFrom('UPCOMING', 'ON_SALE', 'CANCELLED', 'UNCONFIRMED'),
    release: dates,
  });
  fc.assert(
    fc.property(said, now, fc.constantFrom(1, 3, 30), (happened, standing, threshold) => {
      const books = new Map([['a', aMailedBook({ id: 'a', ...standing })]]);
      const all = notes(happened, threshold);
      const first = newsOf(all, books);
      const left = all.filter(
        ({ seq }) => !first.untold.some((note) => note.seq === seq) && !first.later.includes(seq),
      );
      expect(newsOf(left, books)).toEqual({ news: first.news, untold: [], later: [] });
      expect(first.news.length).toBe(left.length > 0 ? 1 : 0);
    }),
    { numRuns: 1_000 },
  );
});
