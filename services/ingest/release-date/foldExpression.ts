const NOISE = '(?:発売日|発売|刊行|発行|刊|予定日|予定|開始|順次)';
const TRAILING_NOISE = new RegExp(`(?:${NOISE}|です|\\(${NOISE}+\\))+$`);
const LEADING_NOISE = new RegExp(`^${NOISE}+:?`);

/** Normalizes the characters: NFKC, dashes to `-`, tildes to `〜`, kanji numerals to digits. */
export function foldExpression(text: string): string {
  const folded = text
    .normalize('NFKC')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[~～〜]/g, '〜')
    .replace(/\s+/g, ' ')
    .trim();
  return folded.replace(/[〇零一二三四五六七八九十]+(?=年|月|日|週|四半期)/g, (numeral) =>
    String(readKanji(numeral) ?? numeral),
  );
}

/** Drops words that do not affect the day: 発売, 刊行, 予定, … at either end. */
export function dropNoise(text: string): string {
  return text.replace(TRAILING_NOISE, '').replace(LEADING_NOISE, '');
}

/** Positional (二〇二六) and with 十 (三十一); null if it is neither. */
function readKanji(numeral: string): number | null {
  const digits = [...numeral].map((character) => '〇一二三四五六七八九'.indexOf(character));
  if (!/[十]/.test(numeral)) {
    return Number(digits.map((digit) => Math.max(digit, 0)).join(''));
  }
  const parts = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(numeral);
  if (!parts) return null;
  const digit = (character: string | undefined, empty: number) =>
    character ? '〇一二三四五六七八九'.indexOf(character) : empty;
  return digit(parts[1], 1) * 10 + digit(parts[2], 0);
}
