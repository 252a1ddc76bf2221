import { expect, it } from 'vitest';
import { MOST_CHARACTERS } from '../../../../db/search/postings.ts';
import { foldText } from '../../../../domain/text/foldText.ts';
import { searchText } from '../../../../services/ingest/book/searchText.ts';

it('searchText keeps the other fields and the first names of a book with too many names', () => {
  const contributors = Array.from({ length: 500 }, (_, index) => ({
    name: `執筆者の名前 ${index}`,
    reading: `シッピツシャノナマエ ${index}`,
    role: 'AUTHOR' as const,
    roleText: '著',
  }));
  const text = searchText({
    title: '灯台大事典',
    subtitle: null,
    titleReading: 'トウダイダイジテン',
    volume: null,
    contributors,
    series: [{ name: '岬の叢書', number: null }],
    publisher: '架空書房',
  });
  expect(text).toHaveLength(MOST_CHARACTERS);
  for (const word of ['灯台大事典', '岬の叢書', '架空書房', '執筆者の名前']) {
    expect(text).toContain(foldText(word));
  }
});
