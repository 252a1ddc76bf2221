import { describe, expect, it } from 'vitest';
import {
  BOOK_COLUMNS,
  type ContentField,
  DERIVED_COLUMNS,
  FIELD_COUNT,
  fromContent,
  pathOf,
  toContent,
} from '../../../../services/ingest/stage/content.ts';

/**
 * The positions in held runs that wait for approval. Never change them; add those of new fields.
 */
const POSITIONS: [ContentField, number][] = [
  ['title', 0],
  ['subtitle', 1],
  ['title_reading', 2],
  ['volume', 3],
  ['edition', 4],
  ['contributors', 5],
  ['publisher', 6],
  ['seller', 7],
  ['label', 8],
  ['series', 9],
  ['price', 10],
  ['price_with_tax', 11],
  ['set_price', 12],
  ['tax_rate', 13],
  ['form', 14],
  ['pages', 15],
  ['description', 16],
  ['cover_url', 17],
  ['release_earliest', 18],
  ['release_latest', 19],
  ['release_precision', 20],
  ['release_text', 21],
  ['release_order', 22],
  ['line', 23],
  ['byte_offset', 24],
  ['raw_row', 25],
  ['people', 26],
  ['series_place', 27],
];

describe('the content of a staged row', () => {
  it.each(POSITIONS)(
    'the content of a staged row has %s at position %i, as held runs do',
    (field, position) => {
      expect(pathOf(field)).toBe(`$[${position}]`);
      expect(JSON.parse(toContent({ [field]: 'x' }))[position]).toBe('x');
    },
  );

  it('the content of a staged row has a unique position for each field', () => {
    const fields = Object.keys(fromContent('[]')) as ContentField[];
    expect(new Set(fields.map(pathOf)).size).toBe(fields.length);
    expect(FIELD_COUNT).toBeGreaterThanOrEqual(fields.length);
  });

  it('fromContent returns null for a field that a row was staged without', () => {
    expect(fromContent('["雪国の灯"]')).toMatchObject({ title: '雪国の灯', pages: null });
  });

  it('DERIVED_COLUMNS contains only columns of the book', () => {
    expect(BOOK_COLUMNS).toEqual(expect.arrayContaining([...DERIVED_COLUMNS]));
  });
});
