import { expect, it } from 'vitest';
import { searchText } from '../../../ingest/book/searchText.ts';

it('a book with more names than can be looked for is found by its title and the first of them', () => {
  const text = searchText({
    title: '大勢の本',
    subtitle: null,
    titleReading: null,
    volume: null,
    contributors: Array.from({ length: 2_000 }, (_, at) => ({
      name: `第${at}人目の著者`,
      reading: null,
      role: 'AUTHOR' as const,
      roleText: '著',
    })),
    series: [],
    publisher: null,
  });
  expect(text.length).toBeLessThanOrEqual(3_969);
  expect(text).toContain('大勢');
});
