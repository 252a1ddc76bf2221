/**
 * Characters that older Japanese encodings and their decoders confuse: JIS X 0208 has one code for
 * each pair, and partners' and the web's tables map it to different characters (Encoding Standard,
 * index jis0208).
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
  // The same byte in Shift_JIS.
  '\\': '¥',
};

const TWIN = /[～∥－―￠￡￢￣￤￥\\]/;
const TWIN_EVERYWHERE = new RegExp(TWIN, 'g');

/**
 * Returns the text with one character for each pair that an encoding confuses, so that a re-encoded
 * file compares as equal. For comparison only; displayed text stays as in the file.
 */
export function foldEncoding(text: string): string {
  return TWIN.test(text) ? text.replace(TWIN_EVERYWHERE, (twin) => TWINS[twin] ?? twin) : text;
}
