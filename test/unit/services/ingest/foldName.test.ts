import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName, nameId } from '../../../../services/ingest/book/foldName.ts';

describe('two spellings are one name', () => {
  it.each([
    ['夏目 漱石', '夏目漱石'],
    ['夏目　漱石', '夏目漱石'],
    ['ﾄﾞｽﾄｴﾌｽｷｰ', 'ドストエフスキー'],
    ['フョードル・ドストエフスキー', 'フョードル ドストエフスキー'],
    ['ジャン＝ポール', 'ジャン・ポール'],
    ['Ｊ．Ｋ．ローリング', 'J.K.ローリング'],
    ['O’BRIEN', "o'brien"],
    ['澁澤龍彥', '渋沢龍彦'],
    ['髙村薫', '高村薫'],
    ['葛󠄀城', '葛城'],
    ['㈱海鳴', '(株) 海鳴'],
  ])('%s and %s', (one, other) => {
    expect(foldName(one)).toBe(foldName(other));
  });
});

describe('two names stay two', () => {
  it.each([
    ['あおい', 'アオイ'],
    ['C', 'C#'],
    ['C', 'C++'],
    ['サーバ', 'サーバー'],
    ['渡辺', '渡邉'],
    ['中島', '中嶋'],
    ['!!', '??'],
    ['長'.repeat(200), `${'長'.repeat(200)}い`],
  ])('%s and %s', (one, other) => {
    expect(foldName(one)).not.toBe(foldName(other));
  });
});

it('a folded name fits its column, is well-formed, and folds to itself or is a long one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (name) => {
      const key = foldName(name);
      expect(Array.from(key).length).toBeLessThanOrEqual(191);
      expect(key.isWellFormed()).toBe(true);
      expect(nameId('c', key)).toMatch(/^c-[0-9a-f]{20}$/);
      if (Array.from(key).length < 191) expect(foldName(key)).toBe(key);
    }),
  );
});
