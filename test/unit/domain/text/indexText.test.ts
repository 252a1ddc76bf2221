import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldForms } from '../../../../domain/text/foldForms.ts';
import { foldPlain } from '../../../../domain/text/foldPlain.ts';
import { foldWords } from '../../../../domain/text/foldWords.ts';
import { indexText } from '../../../../domain/text/indexText.ts';
import { INVENTED_WEEK, REAL_WEEKS, trcRows } from '../../../support/trcWeeks.ts';

const finds = (query: string, ...fields: string[]) =>
  foldWords(query.normalize('NFKC')).every((word) => indexText(fields).includes(word));

describe('a book is found', () => {
  it.each([
    ['without the long mark at the end of a word', 'サーバ構築', 'サーバー構築の実際'],
    ['with one more', 'サーバー構築', 'サーバ構築の実際'],
    ['with one of two long marks', 'ユーザインターフェース', 'ユーザーインターフェース'],
    ['in the middle of a compound', 'ユーザインタフェース', 'ユーザーインターフェース'],
    ['by a word within a compound', 'スキー', 'ウォータースキー'],
    ['by a part of a volume as it is written', '第二次', '第二次世界大戦'],
    ['by a kanji that is read as a numeral', '三世', 'ルパン三世'],
    ['by Latin words without spaces', 'spiderman', 'Spider Man'],
    ['by a part of a hyphenated word', 'man', 'Spider-Man'],
    ['by a part that begins with a capital', 'phone', 'iPhone'],
    ['by a title that dashes enclose', 'ピグマリオン', 'PYGMALION-ピグマリオン- 3'],
    ['by words of two fields', '雪国 川端', '雪国', '川端康成'],
    ['by a letter that may be a numeral', 'X', 'プロジェクトX'],
  ])('%s', (_, query, ...fields) => expect(finds(query, ...fields)).toBe(true));
});

describe('a book is not found', () => {
  it.each([
    ['across two fields', '国川', '雪国', '川端康成'],
    ['by the middle of a Latin word', 'art', 'Smart'],
    ['by a part of a number', '98', '1984年'],
    ['by another volume', '雪国 下', '雪国 上'],
    ['by what only lacks a long mark', 'ドラマー', 'ドラマの書き方'],
  ])('%s', (_, query, ...fields) => expect(finds(query, ...fields)).toBe(false));
});

it('no query matches across the mark between fields', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 20 });
  fc.assert(
    fc.property(anything, (query) => {
      for (const word of foldWords(query.normalize('NFKC'))) expect(word).not.toContain('|');
    }),
  );
});

it('indexText repeats no field and contains no empty one', () => {
  expect(indexText(['猫', '', null, undefined, ' ', 'ネコ', 'ねこ'])).toBe('猫|ねこ');
});

it('indexText folds plain text like any other', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc
      .array(fc.constantFrom(...'ぁかがさっアカー猫国國 ・、三第巻A1-'.split('')), { maxLength: 8 })
      .map((some) => some.join('')),
  );
  fc.assert(
    fc.property(anything, (text) => void isPlain(text)),
    { numRuns: 2000 },
  );
});

it.for([
  { of: 'an invented week', weeks: [INVENTED_WEEK] },
  { of: 'the real weeks', weeks: REAL_WEEKS },
])('indexText folds the plain texts among those of $of like any other', ({ weeks }, context) => {
  const rows = trcRows(weeks, context);
  const fields = rows.flatMap(({ title, authors, publisher }) => [title, ...authors, publisher]);
  expect(fields.filter(isPlain).length).toBeGreaterThan(fields.length / 4);
});

/** Whether the text is folded as plain; expects the same forms as any other text would get. */
function isPlain(text: string): boolean {
  const nfkc = text.normalize('NFKC');
  const plain = foldPlain(nfkc);
  if (plain === null) return false;
  expect([plain].filter((one) => one !== '')).toEqual(foldForms(nfkc).map(({ folded }) => folded));
  return true;
}
