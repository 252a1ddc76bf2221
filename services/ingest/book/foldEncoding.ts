/**
 * Characters that older Japanese encodings and their decoders take for each other: JIS X 0208 has
 * one code for each pair, and partners' and the web's tables give it different characters
 * (Encoding Standard, index jis0208).
 */
const TWINS: { [twin: string]: string } = {
  '～': '〜',
  '∥': '‖',
  '－': '−',
  '―': '—',
  '￠': '¢',
  '￡': '£',
  '￢': '¬',
  '￣': '‾',
  '￤': '¦',
  '￥': '¥',
  // One byte is both in Shift_JIS.
  '\\': '¥',
};

const TWIN = /[～∥－―￠￡￢￣￤￥\\]/;
const TWIN_EVERYWHERE = new RegExp(TWIN, 'g');

/**
 * The text with one character for each pair that an encoding does not tell apart, so that a file
 * that was encoded anew says the same. For comparing; display keeps what the file had.
 */
export function foldEncoding(text: string): string {
  return TWIN.test(text) ? text.replace(TWIN_EVERYWHERE, (twin) => TWINS[twin] ?? twin) : text;
}
