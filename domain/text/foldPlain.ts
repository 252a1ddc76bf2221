import { foldUnit, GAP, isDigit, isLetter, MARK } from './sign.ts';

/** Characters whose reading depends on their neighbours, besides digits, letters and dashes. */
const READ =
  'ーヴゔゝゞヽヾヶケけヵカか箇々〇一二三四五六七八九十百千万壱弐参拾第巻上中下\u3099\u309a';
/** Katakana words of this length may lack their long mark. */
const LONG_WORD = 3;

/**
 * Folds NFKC text that can be folded character by character, as most names and many titles can:
 * nearly twice as fast as `foldForms`, with the same result. Null for any other text.
 */
export function foldPlain(nfkc: string): string | null {
  let folded = '';
  let katakana = 0;
  for (const unit of nfkc) {
    const isPlain = unit.length === 1 && !isDigit(unit) && READ.indexOf(unit) < 0;
    katakana = unit >= 'ァ' && unit <= 'ヺ' ? katakana + 1 : 0;
    if (!isPlain || katakana >= LONG_WORD) return null;
    const sign = foldUnit(unit);
    if (sign !== GAP && sign !== MARK) {
      if (sign.length !== 1 || isLetter(sign) || sign === '-') return null;
      folded += sign;
    }
  }
  return folded;
}
