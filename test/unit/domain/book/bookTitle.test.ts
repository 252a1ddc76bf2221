import { expect, it } from 'vitest';
import { bookTitle } from '../../../../domain/book/bookTitle.ts';

it('bookTitle appends the volume if there is one', () => {
  expect(bookTitle({ title: '潮騒の谷', volume: '3' })).toBe('潮騒の谷 3');
  expect(bookTitle({ title: '潮騒の谷', volume: null })).toBe('潮騒の谷');
});
