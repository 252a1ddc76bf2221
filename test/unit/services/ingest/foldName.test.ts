import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName, nameId } from '../../../../services/ingest/book/foldName.ts';

describe('spellings of one name', () => {
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
  ])('foldName folds %s and %s to the same name', (one, other) => {
    expect(foldName(one)).toBe(foldName(other));
  });
});

describe('different names', () => {
  it.each([
    ['あおい', 'アオイ'],
    ['C', 'C#'],
    ['C', 'C++'],
    ['サーバ', 'サーバー'],
    ['渡辺', '渡邉'],
    ['中島', '中嶋'],
    ['!!', '??'],
    ['長'.repeat(200), `${'長'.repeat(200)}い`],
  ])('foldName folds %s and %s to different names', (one, other) => {
    expect(foldName(one)).not.toBe(foldName(other));
  });
});

it('foldName returns a well-formed text that fits its column, and folds to itself unless it is long', () => {
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
