import type { Encoding } from '../../services/ingest/profile/profile.ts';

/** Older systems end a text with this character. */
const END_OF_FILE = '\u001a';

/**
 * The non-empty lines of a whole file, found by other means than ingest's: decodes all bytes at
 * once and then splits. Throws `TypeError` if they are not valid in the encoding, unless `forgive`
 * is set: ingest reads only the beginning of a line that is too long.
 */
export function linesOf(bytes: Uint8Array, encoding: Encoding, forgive: boolean): string[] {
  const label = encoding === 'windows-31j' ? 'shift_jis' : encoding;
  const text = new TextDecoder(label, { fatal: !forgive }).decode(bytes);
  // CR ends a line only in a file whose first line ends with it.
  const isClassic = /^[^\r\n]*\r(?!\n)/.test(text);
  const lines = text.split(isClassic ? /\r\n|\r|\n/ : /\n/);
  const shown = lines.map((line) => line.replace(/\r$/, ''));
  const last = shown.pop() ?? '';
  shown.push(last.endsWith(END_OF_FILE) ? last.slice(0, -1) : last);
  return shown.filter((line) => line !== '');
}
