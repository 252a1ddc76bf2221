import { expect, it } from 'vitest';
import { readIsbn } from '../../../embed/src/readIsbn.ts';

it.each([
  ['9784000000000', '9784000000000'],
  ['978-4-00-000000-0', '9784000000000'],
  ['978-4-00-000000-0', '9784000000000'],
  [' 400000000x ', '400000000X'],
])('reads %s as a page writes it', (written, isbn) => expect(readIsbn(written)).toBe(isbn));

it.each([null, '', '123', '4901234567894', '9784000000000"){evil}'])(
  'asks nothing for %s',
  (written) => expect(readIsbn(written)).toBeNull(),
);
