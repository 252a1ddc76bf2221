import { expect, it } from 'vitest';
import { readIsbn } from '../../../embed/src/readIsbn.ts';

it.each([
  ['9784000000000', '9784000000000'],
  ['978-4-00-000000-0', '9784000000000'],
  ['978-4-00-000000-0', '9784000000000'],
  [' 4-00-011402-6 ', '9784000114028'],
  ['080442957x', '9780804429573'],
])('readIsbn reads %s', (written, isbn) => expect(readIsbn(written)).toBe(isbn));

it.each([null, '', '123', '4901234567894', '400000000X', '9784000000000"){evil}'])(
  'readIsbn returns null for %s',
  (written) => expect(readIsbn(written)).toBeNull(),
);
