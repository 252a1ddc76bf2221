import { expect, it } from 'vitest';
import { cutText } from '../../../../services/lib/cutText.ts';

it('cutText keeps the beginning and drops half a surrogate pair at its end', () => {
  expect(cutText('雪国の灯', 2)).toBe('雪国');
  expect(cutText('a𠮷', 2)).toBe('a');
  expect(cutText('a𠮷', 3)).toBe('a𠮷');
});
