import { describe, expect, it } from 'vitest';
import { foldForms } from '../../../../domain/text/foldForms.ts';
import { foldText } from '../../../../domain/text/foldText.ts';

const fold = (text: string) => foldText(text.normalize('NFKC'));

describe('foldText for equal texts', () => {
  it.each([
    ['half and full width', 'ｶﾞﾗｽの仮面', 'ガラスの仮面'],
    ['half and full width Latin', 'ＡＢＣ　１２', 'abc 12'],
    ['hiragana and katakana', 'あんぱんまん', 'アンパンマン'],
    ['small and large kana', 'キャッチャー', 'キヤツチヤー'],
    ['a long mark and its vowel', 'ラーメン', 'らあめん'],
    ['a long mark and a wave', 'らーめん', 'ら〜めん'],
    ['a long mark and a minus', 'コーヒー', 'コ−ヒ−'],
    ['one and several long marks', 'わーい', 'わーーーい'],
    ['ヴァ and バ', 'ヴァイオリン', 'バイオリン'],
    ['sound marks of their own', 'カ゛ラス', 'ガラス'],
    ['iteration marks', 'すゞむし こゝろ', 'すずむし こころ'],
    ['々', '佐々木', '佐佐木'],
    ['old and new kanji', '國語學', '国語学'],
    ['kanji of names', '髙﨑𠮷', '高崎吉'],
    ['a selected glyph', '葛\u{e0100}城', '葛城'],
    ['accents', 'Café Ångström', 'cafe angstrom'],
    ['letters that are two', 'Straße œuvre', 'strasse oeuvre'],
    ['punctuation and none', '「猫」、と・犬!', '猫と犬'],
    ['apostrophes', 'Don’t', "don't"],
    ['hyphens in words', 'e-mail', 'email'],
    ['an ampersand in a word', 'R&B', 'RB'],
    ['dashes and waves between numbers', '2010-2020', '2010〜2020'],
    ['thousands', '1,000人', '1000人'],
    ['leading zeros', '第01巻', '第1巻'],
    ['months', '一ヶ月 一カ月 一箇月', '一か月 一か月 一か月'],
  ])('%s', (_, one, other) => {
    expect(fold(one)).toBe(fold(other));
    expect(fold(one)).not.toBe('');
  });

  it.each([
    '雪国 3',
    '雪国3',
    '雪国　３',
    '雪国 第3巻',
    '雪国第三巻',
    '雪国 3巻',
    '雪国(3)',
    '雪国 vol.3',
    '雪国 Vol. 3',
    '雪国 VOL３',
    '雪国 volume 3',
    '雪国 #3',
    '雪国 Ⅲ',
    '雪国 III',
    '雪国③',
    '雪国⑶',
    '雪国 三',
    '雪国(三)',
    '雪国 巻三',
    '雪国 巻之三',
    '雪国 03',
    '雪国 第3',
  ])('foldText finds the third volume as %s', (title) => expect(fold(title)).toBe('雪国#3#'));

  it.each(['雪国 上', '雪国(上)', '雪国 上巻', '雪国上巻', '雪国【上】'])(
    'foldText finds the first of two as %s',
    (title) => expect(fold(title)).toBe('雪国#上#'),
  );
});

describe('foldText for different texts', () => {
  it.each([
    ['a long and a short vowel', 'ビール', 'ビル'],
    ['voiced and unvoiced', 'カラス', 'ガラス'],
    ['a kanji and a kana that look alike', '二', 'ニ'],
    ['one and a long mark', '一', 'ー'],
    ['one number within another', '雪国 13', '雪国 3'],
    ['007 and 7', '007', '7'],
    ['numbers in a row and one number', '1・2', '12'],
    ['X線 and 10線', 'X線', '10線'],
    ['I and 1 before a word', 'What I Do', 'What 1 Do'],
    ['上海 and a first volume', '雪国 上海', '雪国 上 海'],
    ['XL and 40', 'サイズ XL', 'サイズ 40'],
    ['C, C# and C++', 'C#', 'C++'],
  ])('%s', (_, one, other) => expect(fold(one)).not.toBe(fold(other)));
});

describe('foldText for invisible text', () => {
  it.each([
    '',
    ' 　\t\n',
    '「、。」!?…',
    '・ー〜-',
    '\u0000\u001f\u007f',
    '\ud800',
    '\udc00\ud83d',
    '%_!\\',
  ])('foldText returns an empty text for %j', (text) => expect(fold(text)).toBe(''));

  it('foldText removes invisible text without affecting its neighbours', () => {
    expect(fold('雪\ud800国\u200b')).toBe('雪国');
  });
});

// In linear, not quadratic time: seconds, not minutes.
it('foldText folds a text of a megabyte', { timeout: 120_000 }, () => {
  const long = 'コンピューター第3巻 '.repeat(100_000);
  const begun = performance.now();
  expect(fold(long).length).toBeGreaterThan(900_000);
  expect(foldForms(long).length).toBeGreaterThan(1);
  expect(performance.now() - begun).toBeLessThan(60_000);
});
