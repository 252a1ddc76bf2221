import { expect, test } from 'vitest';
import { toIsbn10 } from '../../../../services/release/isbn10.ts';

test('a shop may list a 978 title under its ten digits', () => {
  expect(toIsbn10('9784101010014')).toBe('4101010013');
});

test('a check digit of ten is an X', () => {
  expect(toIsbn10('9780804429573')).toBe('080442957X');
});

test('a check digit of eleven is a zero', () => {
  expect(toIsbn10('9780306406157')).toBe('0306406152');
  expect(toIsbn10('9780000000002')).toBe('0000000000');
});

test('a 979 title has no ten digits', () => {
  expect(toIsbn10('9791234567896')).toBeNull();
});
