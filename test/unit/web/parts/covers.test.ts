import { expect, it } from 'vitest';
import { fitTitle } from '../../../../web/src/parts/cover/fitTitle.ts';

it('a longer title is set smaller, and one too long for the cover is shortened', () => {
  expect(fitTitle('雪国').size).toBe('large');
  expect(fitTitle('エリア別だから流れがつながる').size).toBe('medium');
  const longest = fitTitle('長'.repeat(120));
  expect([longest.size, [...longest.text].length]).toEqual(['small', 40]);
});

it('a character beyond the basic plane is not cut in half', () => {
  expect(fitTitle('𠮷'.repeat(50)).text).toBe(`${'𠮷'.repeat(39)}…`);
});

it('a volume stands upright in the vertical line, longer numbers lie', () => {
  expect(fitTitle('星屑 3').text).toBe('星屑 ３');
  expect(fitTitle('秋 2017').text).toBe('秋 2017');
});
