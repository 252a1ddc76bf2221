import { expect, it } from 'vitest';
import { shorten } from '../../../../domain/text/shorten.ts';
import { toHiragana } from '../../../../domain/text/toHiragana.ts';

it('shorten counts characters, including the ellipsis', () => {
  expect(shorten('𠮷野家', 3)).toBe('𠮷野家');
  expect(shorten('𠮷野家', 2)).toBe('𠮷…');
});

it('toHiragana keeps long marks and everything that is not katakana', () => {
  expect(toHiragana('ァヴヵヶー漢aｱ')).toBe('ぁゔゕゖー漢aｱ');
});
