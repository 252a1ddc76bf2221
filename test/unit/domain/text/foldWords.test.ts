import { expect, it } from 'vitest';
import { foldWords } from '../../../../domain/text/foldWords.ts';

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
])('foldWords returns the words of %j', (query, words) => expect(wordsOf(query)).toEqual(words));
