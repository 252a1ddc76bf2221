import { expect, it } from 'vitest';
import { asIsbn } from '../../../../domain/isbn/asIsbn.ts';

const read = (query: string) => asIsbn(query.normalize('NFKC'));

it.each([
  '978-4-00-011402-8',
  '9784000114028',
  'ISBN978-4-00-011402-8',
  'ISBN: ４−００−０１１４０２−６',
  ' isbn 4-00-011402-6 ',
  '978  4  00 011402  8',
  '4000114026',
  '４００ ０１１４０２ ６',
])('asIsbn recognizes %s', (query) => expect(read(query)).toBe('9784000114028'));

it.each([
  '4000114023',
  '40X0114023',
  '0120-000-000',
  '9784',
  '978-4-00-01140X-8',
  '978400011X028',
  '978400011猫402',
  '猫784000114028',
  '978  4  00  011402  8',
  '2017201821',
  '猫',
  '',
])('asIsbn returns an empty text for %s', (query) => expect(read(query)).toBe(''));
