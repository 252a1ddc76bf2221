import { expect, test } from 'vitest';
import { isbnForms } from '../../../release/isbnForms.ts';

test('a shop may list a 978 title under its ten digits', () => {
  expect(isbnForms('9784101010014')).toEqual(['9784101010014', '4101010013']);
});

test('a check digit of ten is an X', () => {
  expect(isbnForms('9780804429573')).toEqual(['9780804429573', '080442957X']);
});

test('a check digit of eleven is a zero', () => {
  expect(isbnForms('9780306406157')).toContain('0306406152');
  expect(isbnForms('9780000000002')).toContain('0000000000');
});

test('a 979 title has no ten digits', () => {
  expect(isbnForms('9791234567896')).toEqual(['9791234567896']);
});
