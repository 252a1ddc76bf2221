import { describe, expect, it } from 'vitest';
import { parseIsbn } from '../../../../services/ingest/book/isbn.ts';

describe('parseIsbn', () => {
  it.each([
    ['978-4-9999990-0-2', '9784999999002'],
    ['９７８−４−９９９９９９０−０−２', '9784999999002'],
    ['="9784999999002"', '9784999999002'],
    ['ISBN978-4-9999990-0-2', '9784999999002'],
    ['ISBN-13: 978-4-9999990-0-2', '9784999999002'],
    ['ISBN-10: 4-9999990-0-5', '9784999999002'],
    ['4-9999990-0-5', '9784999999002'],
    ['080442957x', '9780804429573'],
    ['12345679', '9780012345672'],
    ['4000000020', '9784000000024'],
    ['979-10-90636-07-1', '9791090636071'],
  ])('parseIsbn reads %s', (text, isbn) => {
    const result = parseIsbn(text);
    expect(result.ok ? result.isbn : null).toBe(isbn);
  });

  it.each([
    ['978-4-9999990-0-2', []],
    [' 978-4-9999990-0-2 ', []],
    ['４-9999990-0-5', ['width', 'ten-digits']],
    ['="9784999999002"', ['wrapping']],
    ['439023483', ['leading-zeros', 'ten-digits']],
  ])('parseIsbn says how it repaired %s', (text, mendings) => {
    expect(parseIsbn(text)).toMatchObject({ ok: true, mendings });
  });

  it.each([
    ['9784999999003', 'isbn-check-digit'],
    ['4999999008', 'isbn-check-digit'],
    ['9.78043902348e+12', 'isbn-number-form'],
    ['9.78E12', 'isbn-number-form'],
    ['9E+12', 'isbn-number-form'],
    ['19.78E+12', 'isbn-form'],
    ['9.78E+12?', 'isbn-form'],
    ['9784999999002.0', 'isbn-number-form'],
    ['9784999999002.00', 'isbn-number-form'],
    ['?9784999999002.0', 'isbn-form'],
    ['9784999999002.0?', 'isbn-form'],
    ['?="9784999999002"', 'isbn-form'],
    ['="9784999999002"?', 'isbn-form'],
    ['978ISBN4999999002', 'isbn-form'],
    ['1297849999990', 'isbn-form'],
    ['1920093016001', 'isbn-second-barcode'],
    ['1234567890123', 'isbn-form'],
    ['0000000000', 'isbn-form'],
    ['ISBN未定', 'isbn-form'],
    ['1234567', 'isbn-form'],
    ['49999990051', 'isbn-form'],
    ['97849999990021', 'isbn-form'],
  ])('parseIsbn refuses %s as %s', (text, code) => {
    expect(parseIsbn(text)).toEqual({ ok: false, code });
  });
});
