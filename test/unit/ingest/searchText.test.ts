import { expect, it } from 'vitest';
import { MOST_CHARACTERS } from '../../../db/search/postings.ts';
import { searchText } from '../../../ingest/book/searchText.ts';
import { foldText } from '../../../schema/folding/foldText.ts';

it('keeps the publisher and the series of a book with hundreds of contributors', () => {
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
  expect(text.length).toBeGreaterThan(MOST_CHARACTERS);
  const kept = text.slice(0, MOST_CHARACTERS);
  for (const word of ['灯台大事典', '岬の叢書', '架空書房', '執筆者の名前']) {
    expect(kept).toContain(foldText(word));
  }
});
