import { expect, it } from 'vitest';
import { findMatches } from '../../../../domain/text/findMatches.ts';
import { foldWords } from '../../../../domain/text/foldWords.ts';

/** Returns the text with brackets around the matches. */
function marked(text: string, query: string): string {
  let written = '';
  let at = 0;
  for (const { from, to } of findMatches(text, foldWords(query.normalize('NFKC')))) {
    written += `${text.slice(at, from)}[${text.slice(from, to)}]`;
    at = to;
  }
  return written + text.slice(at);
}

it.each([
  ['ハリー・ポッターと賢者の石 第3巻', 'ﾊﾘｰﾎﾟｯﾀｰ ３', '[ハリー・ポッター]と賢者の石 [第3巻]'],
  ['ｶﾞﾗｽの仮面 49', 'がらす', '[ｶﾞﾗｽ]の仮面 49'],
  ['コンピューター入門', 'コンピュータ入門', '[コンピューター入門]'],
  ['𠮷野家の本', '吉野', '[𠮷野]家の本'],
  ['葛\u{e0100}城の本', '葛城', '[葛\u{e0100}城]の本'],
  ['A\u030angström café', 'angst cafe', '[A\u030angst]röm [café]'],
  ['ファイナルファンタジーⅦ', '7', 'ファイナルファンタジー[Ⅶ]'],
  ['雪国 上巻', '雪国 上', '[雪国] [上巻]'],
  ['ヴァイオリン弾き', 'バイオリン', '[ヴァイオリン]弾き'],
  ['iPhone 8', 'phone', 'i[Phone] 8'],
  ['㈱マルカ', 'マルカ', '㈱[マルカ]'],
  ['猫と猫', '猫', '[猫]と[猫]'],
  ['ははは', 'はは', '[ははは]'],
  ['4上5', '上巻', '4[上]5'],
  ['ルパン三世', '三世', 'ルパン[三世]'],
  ['雪国', '雪 国', '[雪国]'],
  ['吾輩は猫である', 'は 輩は猫で', '吾[輩は猫で]ある'],
  ['犬', '猫', '犬'],
  ['', '猫', ''],
  ['猫', '', '猫'],
])('findMatches finds in %s the matches of %s', (text, query, expected) => {
  expect(marked(text, query)).toBe(expected);
});

it('findMatches finds an empty word nowhere', () => {
  expect(findMatches('猫', [''])).toEqual([]);
});
