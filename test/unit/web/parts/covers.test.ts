import { expect, it } from 'vitest';
import { fitTitle } from '../../../../web/src/parts/cover/fitTitle.ts';

it('fitTitle sets a longer title smaller, and shortens one too long for the cover', () => {
  expect(fitTitle('雪国').size).toBe('large');
  expect(fitTitle('エリア別だから流れがつながる').size).toBe('medium');
  const longest = fitTitle('長'.repeat(120));
  expect([longest.size, [...longest.text].length]).toEqual(['small', 40]);
});

it('fitTitle does not split a character outside the basic plane', () => {
  expect(fitTitle('𠮷'.repeat(50)).text).toBe(`${'𠮷'.repeat(39)}…`);
});

it('fitTitle sets a single digit upright in vertical text, and leaves longer numbers as they are', () => {
  expect(fitTitle('星屑 3').text).toBe('星屑 ３');
  expect(fitTitle('秋 2017').text).toBe('秋 2017');
});
