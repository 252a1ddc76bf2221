import { describe, expect, it } from 'vitest';
import { fromIsbn10, isIsbn10, toIsbn10 } from '../../../../domain/isbn/isbn10.ts';

describe('toIsbn10', () => {
  it('toIsbn10 returns the ten digits under which a shop may list a 978 title', () => {
    expect(toIsbn10('9784101010014')).toBe('4101010013');
  });

  it('toIsbn10 writes a check digit of ten as X, and one of eleven as 0', () => {
    expect(toIsbn10('9780804429573')).toBe('080442957X');
    expect(toIsbn10('9780306406157')).toBe('0306406152');
    expect(toIsbn10('9780000000002')).toBe('0000000000');
  });

  it('toIsbn10 returns null for a 979 title, which has no ten digits', () => {
    expect(toIsbn10('9791234567896')).toBeNull();
  });
});

it('fromIsbn10 returns the thirteen digits with their own check digit', () => {
  expect(fromIsbn10('4101010013')).toBe('9784101010014');
  expect(fromIsbn10('080442957X')).toBe('9780804429573');
});

it('isIsbn10 refuses a wrong check digit', () => {
  expect(['080442957X', '4101010013'].every(isIsbn10)).toBe(true);
  expect(['0804429570', '410101001X'].some(isIsbn10)).toBe(false);
});
