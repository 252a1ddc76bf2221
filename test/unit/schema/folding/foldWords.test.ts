import { expect, it } from 'vitest';
import { foldWords } from '../../../../schema/folding/foldWords.ts';

const wordsOf = (query: string) => foldWords(query.normalize('NFKC'));

it.each([
  ['ハリー　ポッター', ['はりい', 'ぽつたあ']],
  ['  雪国  ', ['雪国']],
  ['雪国 Vol. 3', ['雪国', '#3#']],
  ['雪国 第 3', ['雪国', '第', '#3#']],
  ['三 四郎', ['三', '四郎']],
  ['三国志 三', ['三国志', '#3#']],
  ['art', ['#art']],
  ['3', ['#3#']],
  ['猫', ['猫']],
  ['「」 ・ 猫', ['猫']],
  ['100%', ['#100#']],
  ['📚', ['📚']],
  ['   ', []],
  ['\ud800 \ud800', []],
])('the words of %j', (query, words) => expect(wordsOf(query)).toEqual(words));

it.each([
  '978-4-00-011402-8',
  '9784000114028',
  'ISBN978-4-00-011402-8',
  'ISBN: ４−００−０１１４０２−６',
  '4-00-011402-6',
  '4000114026',
  '４００ ０１１４０２ ６',
])('an ISBN written as %s is one word', (query) =>
  expect(wordsOf(query)).toEqual(['#9784000114028#']),
);

it.each(['978-4-00-011402-9', '4000114023', '1234567890123', '0120-000-000', '9784'])(
  '%s is none',
  (query) => expect(wordsOf(query)).not.toContain('#9784000114028#'),
);
