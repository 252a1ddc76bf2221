/** The text with hiragana for katakana, which are 96 above them; ー and ヷ to ヺ stay. */
export const toHiragana = (text: string): string =>
  text.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 96));
