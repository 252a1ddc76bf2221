import { expect, it } from 'vitest';
import { bookTitle } from '../../../../domain/book/bookTitle.ts';

it('tells one volume from the others, where there are any', () => {
  expect(bookTitle({ title: '潮騒の谷', volume: '3' })).toBe('潮騒の谷 3');
  expect(bookTitle({ title: '潮騒の谷', volume: null })).toBe('潮騒の谷');
});
