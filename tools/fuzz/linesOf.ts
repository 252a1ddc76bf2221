import type { Encoding } from '../../services/ingest/profile/profile.ts';

/** Older systems end a text with it. */
const END_OF_FILE = '\u001a';

/**
 * The lines of a whole file that are not empty, found by other means than ingest's: all bytes are
 * decoded at once and then split. Throws `TypeError` when they are no text of the encoding, unless
 * that is forgiven: of a line that is too long ingest reads the beginning alone.
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
