import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBook } from '../../../resolvers/lib/books/book.ts';
import { bookId } from '../../../resolvers/lib/request/ids.ts';
import { toIsbn13 } from '../../../resolvers/lib/search/isbn.ts';
import { instant } from '../../../resolvers/lib/sql/values.ts';

describe('a book', () => {
  it.each([
    [{ price: 1500 }, 1650],
    [{ price: 1500, tax_rate: 8 }, 1620],
    [{ price: 1999 }, 2198],
    [{ price: 1500, price_with_tax: 1600 }, 1600],
    [{ price_with_tax: 1600 }, 1600],
    [{}, undefined],
  ])('a book with %j costs %j with tax', (row, expected) => {
    expect(toBook({ id: 'a', ...row }).priceWithTax).toBe(expected);
  });

  it('a book has an open end if its date is open', () => {
    const { release } = toBook({ id: 'a', release_precision: 'UNKNOWN', release_text: '未定' });
    expect(release).toEqual({
      earliest: undefined,
      latest: undefined,
      precision: 'UNKNOWN',
      text: '未定',
    });
  });
});

describe('an ISBN', () => {
  it.each([
    ['978-4-06-274868-1', '9784062748681'],
    ['4-06-274868-1', '9784062748681'],
    ['４０６２７４８６８１', '9784062748681'],
    ['080442957X', '9780804429573'],
    ['978‐4‐06‐274868‐1', '9784062748681'],
    ['97840627486', ''],
    ['978406274868a', ''],
    ['', ''],
    ["' or 1=1", ''],
  ])('an ISBN written %j is %j', (written, expected) => {
    expect(toIsbn13(written)).toBe(expected);
  });

  it('an ISBN is thirteen digits or nothing', () => {
    fc.assert(
      fc.property(fc.string(), (written) => {
        expect(toIsbn13(written)).toMatch(/^(\d{13})?$/);
      }),
    );
  });
});

describe('a moment', () => {
  it.each([
    ['2026-11-24 07:00:00.123456', '2026-11-24T07:00:00.123Z'],
    ['2026-11-24 07:00:00.1', '2026-11-24T07:00:00.100Z'],
    ['2026-11-24 07:00:00', '2026-11-24T07:00:00.000Z'],
    [undefined, undefined],
  ])('a moment stored as %j reads %j', (stored, expected) => {
    expect(instant(stored)).toBe(expected);
  });
});

describe('the id of a book', () => {
  it.each(['日本', 'a b', 'x'.repeat(121), 'a\u0000', ''])(
    'an impossible book id, %j, becomes empty',
    (id) => {
      expect(bookId(id)).toBe('');
    },
  );
});
