/** Replaces katakana with hiragana, 96 code points below; ー and ヷ to ヺ stay. */
export const toHiragana = (text: string): string =>
  text.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 96));
