import { expect, it } from 'vitest';
import { coverHue } from '../../../web/src/features/cover/coverHue.ts';
import { fitTitle } from '../../../web/src/features/cover/fitTitle.ts';

it('a label always gets the same colour, and labels that resemble each other different ones', () => {
  const labels = ['角川文庫', '角川文庫', '文春文庫', '新潮文庫', 'A', 'B'];
  expect(new Set(labels.map(coverHue)).size).toBe(5);
  for (const label of labels) expect(coverHue(label)).toBeLessThan(360);
});

it('a longer title is set smaller, and one too long for the cover is shortened', () => {
  expect(fitTitle('雪国').size).toBe('large');
  expect(fitTitle('エリア別だから流れがつながる').size).toBe('medium');
  const longest = fitTitle('長'.repeat(120));
  expect([longest.size, [...longest.text].length]).toEqual(['small', 40]);
});

it('a character beyond the basic plane is not cut in half', () => {
  expect(fitTitle('𠮷'.repeat(50)).text).toBe(`${'𠮷'.repeat(39)}…`);
});
