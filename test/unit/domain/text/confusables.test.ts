import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { foldWords } from '../../../../domain/text/foldWords.ts';
import { indexText } from '../../../../domain/text/indexText.ts';

/** Labelled by hand by the meaning of the words, even where folding cannot know it. */
const pairs = readFileSync(join(import.meta.dirname, 'confusables.tsv'), 'utf8')
  .split('\n')
  .map((line) => line.split('\t'))
  .filter(([, , label]) => label === 'yes' || label === 'no')
  .map(([query = '', title = '', label]) => ({ query, title, isWanted: label === 'yes' }));

function matches({ query, title }: { query: string; title: string }): boolean {
  const words = foldWords(query.normalize('NFKC'));
  const text = indexText([title]);
  return words.length > 0 && words.every((word) => text.includes(word));
}

it('foldText distinguishes titles that are easily confused', () => {
  const wanted = pairs.filter(({ isWanted }) => isWanted);
  const found = pairs.filter(matches);
  const right = found.filter(({ isWanted }) => isWanted);
  const precision = right.length / found.length;
  const recall = right.length / wanted.length;
  console.log(
    `${pairs.length} pairs: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
  );
  const wrong = pairs.filter((pair) => matches(pair) !== pair.isWanted);
  console.log(wrong.map(({ query, title }) => `wrong: ${query} / ${title}`).join('\n'));
  expect(wanted.length).toBeGreaterThan(100);
  expect(pairs.length - wanted.length).toBeGreaterThan(100);
  expect(precision).toBeGreaterThanOrEqual(0.95);
  expect(recall).toBeGreaterThanOrEqual(0.95);
});
