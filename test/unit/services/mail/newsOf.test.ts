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

/** Notes about one book, numbered from 1; a move is said by its two dates. */
function notes(said: Said[], tellMovesFromDays = 1, bookId = 'a'): MailNote[] {
  return said.map((one, index) => ({
    seq: index + 1,
    kind: typeof one === 'string' ? one : 'RESCHEDULED',
    bookId,
    change: typeof one === 'string' ? null : { from: one[0], to: one[1] },
    tellMovesFromDays,
  }));
}

/** What is told, in short, of a book that stands like this now. */
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

describe('several moves of one book', () => {
  it('are one, from the first date to the last', () => {
    const said: Said[] = [
      [MARCH_14, MARCH_16],
      [MARCH_16, APRIL],
    ];
    expect(tell(said, { release: APRIL })).toEqual({
      told: ['2027-03-14 → 2027-04-01'],
      untold: [],
    });
  });

  it('that lead back to where it was are none', () => {
    const said: Said[] = [
      [MARCH_14, APRIL],
      [APRIL, MARCH_14],
    ];
    expect(tell(said, { release: MARCH_14 })).toEqual({ told: [], untold: [1, 2] });
  });
});

describe('a move', () => {
  it.each([
    [2, ['2027-03-14 → 2027-03-16']],
    [3, []],
  ])('of two days is measured by a threshold of %i', (threshold, told) => {
    const now = { release: MARCH_16 };
    expect(tell([[MARCH_14, MARCH_16]], now, threshold).told).toEqual(told);
  });

  it('whose end stays and whose beginning goes is as far as its beginning goes', () => {
    const said: Said[] = [[APRIL, theDay('2027-04-30')]];
    expect(tell(said, { release: theDay('2027-04-30') }, 29).told).toHaveLength(1);
    expect(tell(said, { release: theDay('2027-04-30') }, 30).told).toHaveLength(0);
  });

  it('from or to a date that is not known is told under any threshold', () => {
    const unknown: Release = { earliest: null, latest: null, precision: 'UNKNOWN', text: '未定' };
    expect(tell([[unknown, MARCH_14]], { release: MARCH_14 }, 365).told).toHaveLength(1);
    expect(tell([[MARCH_14, unknown]], { release: unknown }, 365).told).toHaveLength(1);
  });

  it('says the date as it is now, should the book have moved on since', () => {
    expect(tell([[MARCH_14, MARCH_16]], { release: APRIL }).told).toEqual([
      '2027-03-14 → 2027-04-01',
    ]);
  });

  it.each(['ON_SALE', 'CANCELLED'] as const)(
    'of a book that is %s by now is not told',
    (status) => {
      const now = { status, release: MARCH_16 };
      expect(tell([[MARCH_14, MARCH_16]], now)).toEqual({ told: [], untold: [1] });
    },
  );

  it('of a book that has vanished from the feed is told', () => {
    const now = { status: 'UNCONFIRMED' as const, release: MARCH_16 };
    expect(tell([[MARCH_14, MARCH_16]], now).told).toHaveLength(1);
  });
});

describe('a cancellation and a revival', () => {
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
  ])('%j of a book that is %s now: %j', (said, status, told, untold) => {
    expect(tell(said, { status })).toEqual({ told, untold });
  });

  it('leave a move that came before them to be told', () => {
    const said: Said[] = [[MARCH_14, APRIL], 'CANCELLED', 'REVIVED'];
    expect(tell(said, { release: APRIL })).toEqual({
      told: ['2027-03-14 → 2027-04-01'],
      untold: [2, 3],
    });
  });

  it('tell a move since the revival together with it', () => {
    const said: Said[] = ['REVIVED', [MARCH_14, APRIL]];
    expect(tell(said, { release: APRIL })).toEqual({ told: ['REVIVED'], untold: [] });
  });
});

describe('a book that is announced', () => {
  const moved: Said = [MARCH_14, APRIL];
  it.each<[Said[], MailedBook['status'], string[], number[]]>([
    [['ANNOUNCED'], 'UPCOMING', ['ANNOUNCED'], []],
    [['ANNOUNCED'], 'UNCONFIRMED', ['ANNOUNCED'], []],
    [['ANNOUNCED', moved, moved], 'UPCOMING', ['ANNOUNCED'], []],
    [['ANNOUNCED', 'CANCELLED', 'REVIVED'], 'UPCOMING', ['ANNOUNCED'], []],
    [['ANNOUNCED', 'ON_SALE'], 'ON_SALE', ['ON_SALE'], [1]],
    [['ANNOUNCED', moved, 'ON_SALE'], 'ON_SALE', ['ON_SALE'], [1, 2]],
    [['ANNOUNCED'], 'ON_SALE', [], [1]],
    // They may have asked for the book itself meanwhile.
    [['ANNOUNCED', 'CANCELLED'], 'CANCELLED', ['CANCELLED'], [1]],
    [['ANNOUNCED'], 'CANCELLED', [], [1]],
  ])('%j and that is %s now: %j', (said, status, told, untold) => {
    expect(tell(said, { status, release: APRIL })).toEqual({ told, untold });
  });

  it('and was sold for a moment is announced, and told of again when it is sold', () => {
    const books = new Map([['a', aMailedBook({ id: 'a', status: 'UPCOMING' })]]);
    const { news, untold, later } = newsOf(notes(['ANNOUNCED', 'ON_SALE']), books);
    expect(news.map(({ kind }) => kind)).toEqual(['ANNOUNCED']);
    expect({ untold, later }).toEqual({ untold: [], later: [2] });
  });
});

describe('a book that the shop has taken back', () => {
  it.each(['UPCOMING', 'UNCONFIRMED'] as const)('and that is %s by now is told later', (status) => {
    const books = new Map([['a', aMailedBook({ id: 'a', status })]]);
    expect(newsOf(notes(['ON_SALE']), books)).toEqual({ news: [], untold: [], later: [1] });
  });

  it('is told at once of its new date', () => {
    const books = new Map([['a', aMailedBook({ id: 'a', status: 'UPCOMING', release: APRIL })]]);
    const { news, untold, later } = newsOf(notes(['ON_SALE', [MARCH_14, APRIL]]), books);
    expect(news.map(({ kind }) => kind)).toEqual(['RESCHEDULED']);
    expect({ untold, later }).toEqual({ untold: [], later: [1] });
  });

  it('and that is cancelled by now is told so', () => {
    const books = new Map([['a', aMailedBook({ id: 'a', status: 'CANCELLED' })]]);
    const { news, later } = newsOf(notes(['ON_SALE', 'CANCELLED']), books);
    expect(news.map(({ kind }) => kind)).toEqual(['CANCELLED']);
    expect(later).toEqual([]);
  });
});

test('a revival with another date, before anybody heard of the cancellation, is a move', () => {
  const [cancelled, revived] = notes(['CANCELLED', 'REVIVED']);
  if (cancelled === undefined || revived === undefined) throw new Error('There are two notes');
  const moved = { ...revived, change: { from: MARCH_14, to: APRIL } };
  const books = new Map([['a', aMailedBook({ id: 'a', status: 'UPCOMING', release: APRIL })]]);
  const { news, untold } = newsOf([cancelled, moved], books);
  expect(news).toMatchObject([{ kind: 'RESCHEDULED', change: { from: MARCH_14, to: APRIL } }]);
  expect(untold.map(({ seq }) => seq)).toEqual([1]);
});

test('each book has its own news', () => {
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

test('a book that is not there is an error', () => {
  expect(() => newsOf(notes(['ON_SALE']), new Map())).toThrow('Book a not found');
});

test('whatever has happened, what is told stays told without what is not', () => {
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
