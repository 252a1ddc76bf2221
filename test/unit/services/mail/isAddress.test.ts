import { expect, test } from 'vitest';
import { isAddress } from '../../../../services/mail/isAddress.ts';

test.each([
  'hanako@reader.example',
  'h.a+tag@sub.reader.example',
  "o'neil@reader.example",
  'a@localhost',
])('isAddress accepts %s', (text) => expect(isAddress(text)).toBe(true));

test.each([
  '',
  'hanako',
  '@reader.example',
  'hanako@',
  'a@b@reader.example',
  'a b@reader.example',
  'a@reader.example, b@reader.example',
  'a@reader.example;b@reader.example',
  'Hanako <a@reader.example>',
  'a@reader.example\r\nBcc: b@reader.example',
  'a@reader.example\n',
  '花子@reader.example',
  `${'a'.repeat(250)}@reader.example`,
])('isAddress refuses %j', (text) => expect(isAddress(text)).toBe(false));
