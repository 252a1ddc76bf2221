import { describe, expect, it } from 'vitest';
import type {
  BookCardPartsFragment,
  ReleasePartsFragment,
} from '../../../../web/src/generated/documents.ts';
import { groupByRelease } from '../../../../web/src/pages/upcoming/timeline/groupByRelease.ts';

const today = '2026-11-25';

function aBook(id: string, release: Partial<ReleasePartsFragment>): BookCardPartsFragment {
  return {
    id,
    title: id,
    subtitle: null,
    volume: null,
    edition: null,
    label: null,
    publisher: null,
    coverUrl: null,
    contributors: [],
    price: null,
    priceWithTax: null,
    status: 'UPCOMING',
    productUrl: null,
    subscribed: null,
    release: { earliest: null, latest: null, precision: 'UNKNOWN', text: '', ...release },
  };
}

const on = (id: string, day: string) => aBook(id, { precision: 'DAY', earliest: day, latest: day });

/** Each section as its key and books. */
function outline(sections: ReturnType<typeof groupByRelease>['ahead']) {
  return sections.map(({ key, kind, books }) => [kind, key, books.map(({ id }) => id).join(' ')]);
}

describe('groupByRelease', () => {
  it('groupByRelease groups the books of one day, with today’s in `ahead`', () => {
    const { begun, ahead } = groupByRelease(
      [on('a', '2026-11-25'), on('b', '2026-11-25'), on('c', '2026-11-28')],
      today,
    );
    expect(begun).toEqual([]);
    expect(outline(ahead)).toEqual([
      ['day', '2026-11-25', 'a b'],
      ['day', '2026-11-28', 'c'],
    ]);
  });

  it('groupByRelease keeps a vague date in a section apart from the day on which it starts', () => {
    const early = { precision: 'THIRD', earliest: '2026-12-01', latest: '2026-12-10' } as const;
    const { ahead } = groupByRelease(
      [on('a', '2026-12-01'), aBook('b', early), on('c', '2026-12-02')],
      today,
    );
    expect(outline(ahead)).toEqual([
      ['day', '2026-12-01', 'a'],
      ['vague', 'THIRD_2026-12-01_2026-12-10', 'b'],
      ['day', '2026-12-02', 'c'],
    ]);
  });

  it('groupByRelease does not treat an approximate day as the day itself', () => {
    const around = {
      precision: 'DAY_AROUND',
      earliest: '2026-12-05',
      latest: '2026-12-11',
    } as const;
    const { ahead } = groupByRelease([on('a', '2026-12-05'), aBook('b', around)], today);
    expect(ahead.map(({ kind }) => kind)).toEqual(['day', 'vague']);
  });

  it('groupByRelease separates periods that have started from those ahead', () => {
    const autumn = { precision: 'SEASON', earliest: '2026-09-01', latest: '2026-11-30' } as const;
    const until = { precision: 'UNTIL', earliest: null, latest: '2026-12-31' } as const;
    const { begun, ahead } = groupByRelease(
      [aBook('a', autumn), aBook('b', until), on('c', '2026-11-26')],
      today,
    );
    expect(begun.flatMap(({ books }) => books.map(({ id }) => id))).toEqual(['a', 'b']);
    expect(outline(ahead)).toEqual([['day', '2026-11-26', 'c']]);
  });

  it('groupByRelease puts all books without a date into one section', () => {
    const { ahead } = groupByRelease(
      [aBook('a', { text: '未定' }), aBook('b', { text: '近刊' })],
      today,
    );
    expect(outline(ahead)).toEqual([['unknown', 'unknown', 'a b']]);
  });

  it('groupByRelease joins the books of one section that arrive on different pages', () => {
    const december = { precision: 'MONTH', earliest: '2026-12-01', latest: '2026-12-31' } as const;
    const { ahead } = groupByRelease(
      [aBook('a', december), on('b', '2026-12-01'), aBook('c', december)],
      today,
    );
    expect(outline(ahead).map(([, , books]) => books)).toEqual(['a c', 'b']);
  });
});
